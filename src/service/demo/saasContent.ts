export const saasContent = {
  offer: {
    'microsoft-azure-saas.callToAction': 'trial',
    'microsoft-azure-saas.appUrl': 'https://app.contoso.com/signup',
    'microsoft-azure-saas.connectionWebhook': 'https://app.contoso.com/marketplace/webhook',
    'microsoft-azure-marketplace.leadDestination': 'crm',
    'microsoft-azure-marketplace.crmLeadConfiguration': {
      organizationUrl: 'https://contoso.crm.dynamics.com',
      userName: 'leads@contoso.com',
      password: 'sample-crm-password',
    },
  },
  plans: [],
}

export const powerBiAppContent = {
  offer: {
    'microsoft-powerbi-app.installUrl':
      'https://app.powerbi.com/Redirect?action=InstallApp&appId=7c1e5b3a-2d4f-4a68-9e07-3b8c6d5a4f21&packageKey=sample&ownerId=2b7d9f40-6c15-4e83-a1d2-8f3e5c4b6a70',
  },
  plans: [],
}
