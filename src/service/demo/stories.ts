import {
  incomplete,
  withAppJsonMismatch,
  withBrokenSas,
  withoutImage,
  withoutLeadDestination,
  withoutUsageAttribution,
} from './content.ts'

const faults = {
  withBrokenSas,
  withoutImage,
  withoutLeadDestination,
  withoutUsageAttribution,
  withAppJsonMismatch,
  incomplete,
}

const types = {
  vm: 'microsoft-azure-virtualmachines',
  app: 'microsoft-azure-applications',
  consulting: 'microsoft-consulting-services',
  container: 'microsoft-azure-container',
  saas: 'microsoft-azure-saas',
  iot: 'microsoft-azure-iotedgemodule',
  bc: 'microsoft-dynamics365-businesscentral',
  powerBi: 'microsoft-powerbi-app',
} as const

/**
 * One attempt to publish. `at` is the step it reached `hours` ago, absent when it went all the way. It may have ended
 * there: blocked by its fault, rejected by people with review issues, canceled by the publisher or by Microsoft.
 */
export type Attempt = {
  at?: string
  hours: number
  fault?: keyof typeof faults
  end?: 'blocked' | 'rejected' | 'canceled' | 'canceledByMicrosoft'
  issues?: number
}

export type Story = {
  publisher: 'contoso' | 'fabrikam'
  type: (typeof types)[keyof typeof types]
  name: string
  attempts: Attempt[]
  draftFault?: keyof typeof faults
  delisted?: true
}

export const faulty = (fault: keyof typeof faults | undefined) => (fault ? faults[fault] : undefined)

const days = (count: number) => count * 24
const signOff = 'publisher-signoff'
const review = 'microsoft-review'
const certify = 'displaycertify'

const live = (ago: number): Attempt[] => [{ hours: days(ago) }]
const at = (step: string, hours: number, more: Partial<Attempt> = {}): Attempt[] => [{ at: step, hours, ...more }]
const blocked = (step: string, hours: number, fault: keyof typeof faults) => at(step, hours, { end: 'blocked', fault })
const rejected = (hours: number, issues: number) => at(review, hours, { end: 'rejected', issues })
const story =
  (publisher: Story['publisher'], type: keyof typeof types) =>
  (name: string, attempts: Attempt[], more: Partial<Story> = {}): Story => ({
    publisher,
    type: types[type],
    name,
    attempts,
    ...more,
  })

const contosoVm = story('contoso', 'vm')
const contosoApp = story('contoso', 'app')
const contosoConsulting = story('contoso', 'consulting')
const fabrikamVm = story('fabrikam', 'vm')
const fabrikamApp = story('fabrikam', 'app')
const fabrikamConsulting = story('fabrikam', 'consulting')

/** Offers in every indicator and every step status, as a publisher with years of work would find them. */
export const stories: Story[] = [
  contosoVm('Contoso Web Application Firewall', at(signOff, 5)),
  contosoVm('Contoso VPN Gateway', blocked(certify, 20, 'withBrokenSas')),
  contosoVm('Contoso Log Collector', blocked(certify, days(2), 'withoutImage')),
  contosoVm('Contoso Database Appliance', at(certify, days(6))),
  contosoVm('Contoso Mail Relay', at('displayprovision', 7)),
  contosoVm('Contoso Build Agent', at('displaydummycertify', 0.1)),
  contosoVm('Contoso Backup Server', live(41)),
  contosoVm('Contoso Domain Controller', live(120)),
  contosoVm('Contoso File Server', [...live(200), ...at(certify, days(1))]),
  contosoVm('Contoso Load Balancer', [...live(90), ...blocked(certify, days(3), 'withBrokenSas')]),
  contosoVm('Contoso Print Server', live(300), { delisted: true }),
  contosoVm('Contoso Time Server', []),
  contosoVm('Contoso Monitoring Server', at(signOff, days(3), { end: 'canceled' })),
  contosoVm('Contoso Jump Host', at('displaypackage', 0.4)),
  contosoVm('Contoso Artifact Repository', live(18)),
  contosoVm('Contoso Render Node', at('live', 30)),
  contosoVm('Contoso Data Science Workbench', live(64)),

  contosoApp('Contoso Managed Kafka', rejected(30, 2)),
  contosoApp('Contoso Analytics Platform', at(review, days(3))),
  contosoApp('Contoso Batch Scheduler', at(review, days(17))),
  contosoApp('Contoso Customer Portal', at(signOff, 26)),
  contosoApp('Contoso Data Lake Starter', blocked('display-influenced-revenue', 9, 'withoutUsageAttribution')),
  contosoApp('Contoso Disaster Recovery', live(75)),
  contosoApp('Contoso Event Hub Bridge', live(33)),
  contosoApp('Contoso Geo Cache', at(certify, 9)),
  contosoApp('Contoso High Performance Cluster', [...live(140), ...rejected(days(4), 1)]),
  contosoApp('Contoso Identity Broker', [...live(80), ...at(review, days(5), { end: 'canceled' })]),
  contosoApp('Contoso Message Bus', [], { draftFault: 'incomplete' }),
  contosoApp('Contoso Secure Enclave', live(260), { delisted: true }),
  contosoApp('Contoso Search Cluster', at('displaypackage', 0.5)),
  contosoApp('Contoso Telemetry Hub', live(11)),
  contosoApp('Contoso Workflow Engine', live(52)),

  contosoConsulting('Cloud Adoption Assessment: 2 Weeks', at(review, days(2))),
  contosoConsulting(
    'Cost Optimization Workshop: 1 Day',
    blocked('display-lead-registration', 16, 'withoutLeadDestination'),
  ),
  contosoConsulting('Data Estate Modernization: 6 Weeks', at(signOff, 49)),
  contosoConsulting('Disaster Recovery Planning: 5 Days', live(29)),
  contosoConsulting('Identity Health Check: 3 Days', live(58)),
  contosoConsulting('Kubernetes Jump Start: 4 Days', at(review, days(1), { end: 'canceledByMicrosoft' })),
  contosoConsulting('Security Baseline Review: 2 Days', at('displaypackage', 0.3)),
  contosoConsulting('Zero Trust Roadmap: 1 Week', []),

  fabrikamVm('Fabrikam CAD Workstation', live(22)),
  fabrikamVm('Fabrikam Edge Firewall', at(certify, 30)),
  fabrikamVm('Fabrikam Game Server', at(signOff, 1)),
  fabrikamVm('Fabrikam GIS Server', live(150)),
  fabrikamVm('Fabrikam Imaging Station', blocked(certify, days(5), 'withoutImage')),
  fabrikamVm('Fabrikam License Server', live(210)),
  fabrikamVm('Fabrikam Media Encoder', at('displayprovision', 28)),
  fabrikamVm('Fabrikam Proxy', [...live(170), ...at(signOff, days(2), { end: 'canceled' })]),
  fabrikamVm('Fabrikam Simulation Node', [], { draftFault: 'incomplete' }),
  fabrikamVm('Fabrikam Storage Gateway', live(95)),
  fabrikamVm('Fabrikam Terminal Server', live(320), { delisted: true }),

  fabrikamApp('Fabrikam Asset Tracker', at(review, days(8))),
  fabrikamApp('Fabrikam Claims Processing', live(37)),
  fabrikamApp('Fabrikam Device Registry', rejected(days(1), 3)),
  fabrikamApp('Fabrikam Digital Twin', at('live', 9)),
  fabrikamApp('Fabrikam Field Service', live(61)),
  fabrikamApp('Fabrikam Fleet Manager', [...live(110), ...at(signOff, 8)]),
  fabrikamApp('Fabrikam Inventory', at('display-influenced-revenue', 0.1)),
  fabrikamApp(
    'Fabrikam Predictive Maintenance',
    blocked('display-influenced-revenue', days(2), 'withoutUsageAttribution'),
  ),
  fabrikamApp('Fabrikam Supply Chain', []),
  fabrikamApp('Fabrikam Warehouse', live(88)),

  fabrikamConsulting('Digital Factory Vision: 1 Week', live(46)),
  fabrikamConsulting('IoT Proof of Concept: 6 Weeks', at(review, days(4))),
  fabrikamConsulting(
    'Lean Data Governance: 3 Weeks',
    blocked('display-lead-registration', days(1), 'withoutLeadDestination'),
  ),
  fabrikamConsulting('Predictive Quality Pilot: 8 Weeks', at(signOff, days(2), { end: 'canceled' })),
  fabrikamConsulting('Shop Floor Analytics: 4 Weeks', at(signOff, 3)),

  story('contoso', 'container')('Contoso Image Scanner', at(certify, days(2))),
  story('contoso', 'saas')('Contoso Expense Reports', live(70)),
  story('fabrikam', 'iot')('Fabrikam Vibration Sensor', at('display-replicate', 0.5)),
  story('fabrikam', 'bc')(
    'Fabrikam Rental Management',
    blocked('display-automated-app-validation', 11, 'withAppJsonMismatch'),
  ),
  story('contoso', 'powerBi')('Contoso Sales Insights', at(signOff, 12)),
]
