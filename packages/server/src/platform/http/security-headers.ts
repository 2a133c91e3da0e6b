import type { FastifyHelmetOptions } from '@fastify/helmet'

/**
 * Headers for intranets that speak plain HTTP: no HSTS and no upgrade-insecure-requests, which would lock clerks out.
 * The component library writes style elements, so styles may be inline; scripts may not.
 */
export const securityHeaders: FastifyHelmetOptions = {
  strictTransportSecurity: false,
  // On plain HTTP the browser ignores these two and complains on every page.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
}
