import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './platform/api/query-client.ts'
import { theme } from './platform/theme/theme.ts'
import { router } from './router.tsx'
import './platform/theme/base.css'
import './platform/shell/shell.css'
import './platform/table/filters.css'
import './platform/table/plain.css'
import './platform/table/table.css'
import './platform/grid/grid.css'
import './platform/trace/trace.css'
import './evaluation/evaluation.css'
import './evaluation/brief/brief.css'
import './evaluation/cockpit/cockpit.css'
import './evaluation/compare/compare.css'
import './evaluation/indicators/indicators.css'
import './collection/collection.css'
import './collection/fill/fill.css'
import './organizations/organizations.css'
import './identity/sign-in/sign-in.css'
import './audit/audit.css'
import './desk/desk.css'
import './packs/packs.css'
import './identity/people/people.css'
import './platform/theme/print.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

/** A click beside a dialog, such as the second of a double click, does not throw away what was typed in it. */
const typedIsKept = { mask: { closable: false } } as const

createRoot(root).render(
  <StrictMode>
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
        modal={typedIsKept}
        wave={{ disabled: true }}
      >
        <App message={{ top: 'calc(100vh - 120px)', maxCount: 2 }}>
          <QueryClientProvider client={createQueryClient()}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StyleProvider>
  </StrictMode>,
)
