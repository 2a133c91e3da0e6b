export { createIdentify } from './sign-in/create-identify.ts'
