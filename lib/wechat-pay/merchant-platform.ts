/* Menu paths of WeChat Pay's merchant platform, in its own words. */
const PLATFORM = 'pay.weixin.qq.com';
const ACCOUNT = `${PLATFORM} → Account Center (账户中心)`;
const TRANSACTIONS = `${PLATFORM} → Transaction Center (交易中心)`;
const PRODUCT = `${PLATFORM} → Product Center (产品中心)`;

export const API_SECURITY = `${ACCOUNT} → API Security (API安全)`;
export const MERCHANT_INFO = `${ACCOUNT} → Merchant Info (商户信息)`;
export const ORDERS = `${TRANSACTIONS} → Order Query (交易订单查询)`;
export const REFUNDS = `${TRANSACTIONS} → Refund Query (退款查询)`;
export const FUNDS = `${TRANSACTIONS} → Fund Management (资金管理)`;
export const BILLS = `${TRANSACTIONS} → Bills (账单下载)`;
export const MY_PRODUCTS = `${PRODUCT} → My Products (我的产品)`;
export const APPIDS = `${PRODUCT} → AppID Accounts (AppID账号管理)`;
export const CUSTOMS = `${PRODUCT} → Self-service Customs Declaration (自助清关)`;
