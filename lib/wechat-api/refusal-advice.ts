/** What an admin makes of an `errcode`. */
export interface ApiAdvice {
	likelyCause: string;
	nextStep: string;
}

const MINI = 'mp.weixin.qq.com → Development (开发与服务) → Development Management (开发管理)';
const SHOP = 'store.weixin.qq.com → Shop (店铺管理) → Open Platform (开放平台)';
const SETTINGS = `${MINI} → Development Settings (开发设置); for a WeChat Shop ${SHOP}`;

const TOKEN: ApiAdvice = {
	likelyCause:
		'The access token stays refused although it was requested again: the token belongs to another account, or something else keeps forcing new ones.',
	nextStep:
		'Test the credential. If a backend of yours asks for tokens too, let it use the stable token without force_refresh, or let both read from one token server.',
};
const QUOTA: ApiAdvice = {
	likelyCause: 'The calls that WeChat allows a day for this function are used up.',
	nextStep: `Wait until midnight in Beijing, or clear the quota once by hand at ${MINI} → Interface Settings (接口设置).`,
};
const TOO_OFTEN: ApiAdvice = {
	likelyCause: 'Too many calls within a minute.',
	nextStep: 'Run the step again after a minute, with fewer items at a time.',
};
const NOT_ALLOWED: ApiAdvice = {
	likelyCause:
		'The function is not switched on for this account, or the credential belongs to the other kind of account (mini program or WeChat Shop).',
	nextStep:
		'For shipping: mp.weixin.qq.com → Features (功能) → Order and Shipping Management (订单与发货管理). For stock: use a WeChat Shop API credential.',
};
const PAYMENT_UNSEEN: ApiAdvice = {
	likelyCause:
		'WeChat takes about a minute to see a new payment here. A payment made in another mini program, with a test tool or before the merchant number was bound never arrives.',
	nextStep:
		'Run the step again after a minute; then compare the payment at mp.weixin.qq.com → Features (功能) → Order and Shipping Management (订单与发货管理).',
};

const TEMPLATES = 'mp.weixin.qq.com → Features (功能) → Subscribe Messages (订阅消息)';

const ADVICE: Record<number, ApiAdvice> = {
	40001: TOKEN,
	40014: TOKEN,
	42001: TOKEN,
	40003: {
		likelyCause: 'The openid is empty, or belongs to another mini program or Official Account.',
		nextStep: 'Pass on the openid of the payment, and use the credential of its mini program.',
	},
	40037: {
		likelyCause: 'This mini program has no message template with this number.',
		nextStep: `Copy the template ID from ${TEMPLATES} → My Templates (我的模板).`,
	},
	40013: {
		likelyCause: 'The AppID in the credential is wrong.',
		nextStep: `Copy it from ${SETTINGS}.`,
	},
	40125: {
		likelyCause: 'The AppSecret in the credential is wrong, or was reset.',
		nextStep: `Copy or reset it at ${SETTINGS}.`,
	},
	40164: {
		likelyCause: 'The IP address named above is not on the allow list of this account.',
		nextStep: `Add exactly that address at ${SETTINGS} → IP Allow List (IP白名单). If it changes from call to call, n8n leaves through several addresses: add them all.`,
	},
	40243: {
		likelyCause: 'The AppSecret is frozen.',
		nextStep: `Unfreeze it at ${SETTINGS}.`,
	},
	45009: QUOTA,
	45011: TOO_OFTEN,
	43107: {
		likelyCause: 'WeChat has barred this message template or all messages of this mini program.',
		nextStep: `Read the notices at ${TEMPLATES}.`,
	},
	44990: TOO_OFTEN,
	45168: {
		likelyCause: 'A value holds a word that WeChat does not let through.',
		nextStep: 'Say it in other words.',
	},
	47003: {
		likelyCause:
			'A value is empty, too long or of the wrong kind for its key, or a key of the template is missing; the message above names it.',
		nextStep: `Compare keys and lengths with the details of the template at ${TEMPLATES}: a thing takes 20 characters at most, a phrase 5.`,
	},
	48001: NOT_ALLOWED,
	50007: {
		likelyCause: 'The account is frozen.',
		nextStep: 'Read the notices at mp.weixin.qq.com.',
	},
	61004: {
		likelyCause: 'The IP address of n8n is not allowed for the third-party platform.',
		nextStep: 'Add it in the platform at open.weixin.qq.com.',
	},
	10060001: PAYMENT_UNSEEN,
	10060003: {
		likelyCause: 'The one correction that WeChat allows for a shipped payment is used up.',
		nextStep: 'Nothing more can be changed by n8n; tell the buyer through customer service.',
	},
	10060004: {
		likelyCause: 'The payment was refunded, closed or finished, or is too new.',
		nextStep: 'Get the order with WeChat Order Status and look at its state.',
	},
	10060009: {
		likelyCause: 'The description of the goods is longer than 120 characters.',
		nextStep: 'Shorten it in the node.',
	},
	10060024: {
		likelyCause: 'A payment takes 15 parcels at most.',
		nextStep: 'Send the last parcels as one.',
	},
	10060031: {
		likelyCause: 'The buyer paid under another AppID than that of this credential.',
		nextStep: 'Use the credential of the mini program in which the order was paid.',
	},
	10020050: NOT_ALLOWED,
	10020052: {
		likelyCause: 'The product is not in this WeChat Shop, or was never listed.',
		nextStep: 'Compare its ids at store.weixin.qq.com → Products (商品管理).',
	},
	10020112: {
		likelyCause: 'The stock of this SKU was changed too often in a short time.',
		nextStep: 'Run the step again after some minutes: it writes only the newest figure.',
	},
	10020217: {
		likelyCause: 'A changed version of the product is in review.',
		nextStep: 'Wait for the review at store.weixin.qq.com → Products (商品管理).',
	},
	10020289: {
		likelyCause: 'The product was never listed, so WeChat does not accept stock for it.',
		nextStep: 'List it once at store.weixin.qq.com → Products (商品管理).',
	},
};

const UNKNOWN: ApiAdvice = {
	likelyCause: 'WeChat does not accept the call as it is.',
	nextStep: 'Read its message above; give its rid to WeChat support if it does not tell enough.',
};

/** Advice on an `errcode` (WeChat's global return codes, and those of shipping and Shop stock). */
export function apiAdvice(errcode: number): ApiAdvice {
	return ADVICE[errcode] ?? UNKNOWN;
}
