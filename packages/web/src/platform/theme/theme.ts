import type { ThemeConfig } from 'antd'

/** Fonts that are on the machines of offices; none is loaded. The same list stands in base.css. */
export const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif'

/** White paper, one blue, red only for what is wrong. The same values stand in base.css. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1456b8',
    colorLink: '#1456b8',
    colorInfo: '#1456b8',
    colorError: '#b3261e',
    colorText: '#1d2433',
    colorTextSecondary: '#566072',
    colorTextPlaceholder: '#6b7585',
    colorBorder: '#c9d0db',
    colorBorderSecondary: '#e1e5ec',
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 30,
    motion: false,
    fontFamily,
  },
  components: {
    Tabs: { horizontalMargin: '0 0 12px 0', horizontalItemPadding: '8px 0', horizontalItemGutter: 24 },
    Drawer: { paddingLG: 20, padding: 12 },
  },
}
