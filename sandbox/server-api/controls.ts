import type { Payment } from '../payments/payment';
import type { WeChat } from '../platform/wechat';
import type { BuyerMessage } from './messages/message-book';
import type { ServerApiAccount } from './server-api';
import type { ServerApiRules } from './rules';
import { shippingOrder } from './shipping/orders';
import { shipByHand } from './shipping/accept-upload';
import type { AcceptedUpload, Parcel } from './shipping/shipping';
import { shopControls, type ShopControls } from './shop/controls';
import { shopPushes, type PushTransport, type ShopPushes } from './shop/pushes/shop-pushes';
import type { IssuedToken } from './tokens/token-book';

/** What a buyer or WeChat does with an order, beside shipping. */
export interface OrderMove {
	/** 3 receipt confirmed, 4 finished, 6 awaiting settlement. */
	order_state?: 3 | 4 | 6 | undefined;
	in_complaint?: boolean | undefined;
}

/** What a test, or a person over the control routes, sees and changes of api.weixin.qq.com. */
export interface ServerApiControls {
	miniProgram: ServerApiAccount;
	/** The WeChat Shop. */
	shopAccount: ServerApiAccount;
	/** How it behaves. To be changed at any time. */
	rules: ServerApiRules;
	/** Every token that was handed out, the oldest first. */
	tokens(): IssuedToken[];
	/** Lets the living tokens of an account end: refused with 40001, or with 42001. */
	endTokens(how: 'invalidated' | 'expired', account?: 'miniProgram' | 'shop'): void;
	/** Every upload of shipping that was accepted, the oldest first. */
	uploads(): AcceptedUpload[];
	/** A payment as `get_order` shows it, visible or not. */
	shippingOrder(payment: Payment): object;
	moveOrder(payment: Payment, move: OrderMove): void;
	/** One parcel with everything, typed in WeChat's console. @throws Error for an order that is not to be shipped */
	ship(payment: Payment, parcel: Pick<Parcel, 'express_company' | 'tracking_no'>): void;
	shop: ShopControls & ShopPushes;
	/** Makes a template known, with the keys that its `data` needs, e.g. `thing1`. */
	addTemplate(templateId: string, keys: string[]): void;
	/** A buyer allows that many messages of a template, 1 by default. Without it they get 43101. */
	grant(openid: string, templateId: string, times?: number): void;
	/** Every message that a buyer got, the oldest first. */
	messages(): BuyerMessage[];
}

export function serverApiControls(wechat: WeChat, sender: PushTransport): ServerApiControls {
	const { miniProgram, shopAccount, rules, tokens, shipping, messages } = wechat.serverApi;
	return {
		miniProgram,
		shopAccount,
		rules,
		tokens: () => tokens.all(),
		endTokens: (how, account = 'miniProgram') => {
			const { appid } = account === 'shop' ? shopAccount : miniProgram;
			tokens.end(appid, how, wechat.now());
		},
		uploads: () => [...shipping.uploads],
		shippingOrder: (payment) => shippingOrder(payment, wechat),
		moveOrder: ({ transaction_id }, { order_state, in_complaint }) => {
			const entry = shipping.of(transaction_id);
			if (order_state !== undefined) entry.state = order_state;
			if (in_complaint !== undefined) entry.inComplaint = in_complaint;
		},
		ship: (payment, parcel) => shipByHand(payment, parcel, wechat),
		shop: { ...shopControls(wechat), ...shopPushes(wechat, sender) },
		addTemplate: (templateId, keys) => void messages.templates.set(templateId, [...keys]),
		grant: (openid, templateId, times = 1) => messages.grant(openid, templateId, times),
		messages: () => [...messages.sent],
	};
}
