import type { Definition } from '../../contract/offers.ts'
import { sampleDefinition, withoutUsefulLinks } from './content.ts'
import {
  at,
  blocked,
  certify,
  days,
  faults,
  live,
  rejected,
  review,
  type Story,
  signOff,
  story,
  types,
} from './story.ts'

const contosoVm = story('contoso', 'vm')
const contosoApp = story('contoso', 'app')
const contosoConsulting = story('contoso', 'consulting')
const contosoContainer = story('contoso', 'container')
const contosoSaas = story('contoso', 'saas')
const contosoPowerBi = story('contoso', 'powerBi')
const fabrikamVm = story('fabrikam', 'vm')
const fabrikamApp = story('fabrikam', 'app')
const fabrikamConsulting = story('fabrikam', 'consulting')
const fabrikamIot = story('fabrikam', 'iot')
const fabrikamBc = story('fabrikam', 'bc')
const fabrikamCe = story('fabrikam', 'ce')
const fabrikamOperations = story('fabrikam', 'operations')

/** Offers with every indicator and every step status, like those of a publisher after years of work. */
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

  contosoContainer('Contoso Image Scanner', at(certify, days(2))),
  contosoContainer('Contoso API Gateway', live(57)),
  contosoContainer('Contoso Job Runner', at(signOff, 31)),
  contosoContainer('Contoso Log Shipper', []),

  contosoSaas('Contoso Expense Reports', live(70)),
  contosoSaas('Contoso Meeting Rooms', at(certify, days(3))),
  contosoSaas('Contoso Sign-in Insights', blocked('displaypackage', 14, 'withoutLeadDestination')),
  contosoSaas('Contoso Travel Booking', [...live(160), ...at(signOff, 6)]),

  contosoPowerBi('Contoso Sales Insights', at(signOff, 12)),
  contosoPowerBi('Contoso Cash Flow', live(24)),
  contosoPowerBi('Contoso Support Quality', at(certify, days(2), { end: 'rejected', issues: 1 })),

  fabrikamIot('Fabrikam Vibration Sensor', at('display-replicate', 0.5)),
  fabrikamIot('Fabrikam Camera Counter', at(certify, days(4))),
  fabrikamIot('Fabrikam Modbus Reader', live(83)),
  fabrikamIot('Fabrikam Water Meter', at(signOff, days(4), { end: 'canceled' })),

  fabrikamBc('Fabrikam Rental Management', blocked('display-automated-app-validation', 11, 'withAppJsonMismatch')),
  fabrikamBc('Fabrikam Barcode Labels', live(132)),
  fabrikamBc('Fabrikam Freight Costs', at('display-marketing-technical', days(5))),

  fabrikamCe('Fabrikam Service Visits', live(49)),
  fabrikamCe('Fabrikam Complaint Handling', at(certify, days(3), { end: 'rejected', issues: 2 })),
  fabrikamCe('Fabrikam Dealer Portal', at(signOff, 17)),

  fabrikamOperations('Fabrikam Quality Control', at(certify, days(1))),
  fabrikamOperations('Fabrikam Shift Planning', live(101)),
  fabrikamOperations('Fabrikam Yard Management', []),

  story('northwind', 'saas')('Northwind Order Tracking', at(signOff, 21)),
]

const virtualMachines = stories.filter(({ type }) => type === types.vm)

/** Half of the virtual machines lack useful links: some tools for virtual machines cannot read them. */
const hasUsefulLinks = (story: Story) => !virtualMachines.includes(story) || virtualMachines.indexOf(story) % 2 === 0

/** What the story's offer contains, with a fault or without. */
export function definitionOf(story: Story, fault?: keyof typeof faults): Definition {
  const sample = sampleDefinition(story.type, story.name)
  const whole = hasUsefulLinks(story) ? sample : withoutUsefulLinks(sample)
  return fault ? faults[fault](whole) : whole
}
