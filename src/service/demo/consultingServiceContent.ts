export const consultingServiceContent = {
  offer: {
    'microsoft-consulting-services.serviceType': 'Assessment',
    'microsoft-consulting-services.primaryProduct': 'Azure',
    'microsoft-consulting-services.duration': '5 days',
    'microsoft-consulting-services.countries': ['US', 'FR', 'KR'],
    'microsoft-azure-marketplace.leadDestination': 'httpsEndpoint',
    'microsoft-azure-marketplace.httpsEndpointLeadConfiguration': {
      httpsEndpointUrl: 'https://leads.contoso.com/inbox?sig=c2FtcGxlLXNpZ25hdHVyZQ',
    },
  },
  plans: [],
}
