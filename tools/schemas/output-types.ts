import type { NotedAnswer } from '../../lib/complaints/note-answer';
import type { openAnswers } from '../../lib/complaints/open-answers';
import type { RecordedComplaint } from '../../lib/complaints/record-complaint';
import type { JsonObject } from '../../lib/core/json';
import type { openDeclarations } from '../../lib/customs/open-declarations';
import type { RecordedDeclaration } from '../../lib/customs/record-declaration';
import type { cancelOrder } from '../../lib/orders/after-sales/cancel-order';
import type { createReturn } from '../../lib/orders/after-sales/create-return';
import type { recordRefund } from '../../lib/orders/after-sales/record-refund';
import type { createToDo } from '../../lib/orders/create-to-do';
import type { HeldOrder } from '../../lib/orders/hold/hold';
import type { releaseExpiredHolds } from '../../lib/orders/hold/release-holds';
import type { PaymentSilence } from '../../lib/orders/payment-silence';
import type { Backlog } from '../../lib/orders/read-backlog';
import type { waitingDrafts } from '../../lib/orders/record/waiting-drafts';
import type { RecordedOrder } from '../../lib/orders/sale-order/recorded-order';
import type { OdooAccount } from '../../lib/odoo/check-account';
import type { StepReport } from '../../lib/odoo/schema/report-steps';
import type { readShipments } from '../../lib/shipments/read-shipments';
import type { Mapping } from '../../lib/sku-map/mapping';
import type { SoldSku } from '../../lib/sku-map/reverse';
import type { StockItem } from '../../lib/stock/stock-items';
import type { Carrier } from '../../lib/wechat-api/shipping/carriers';
import type { ShippingOrder } from '../../lib/wechat-api/shipping/order';
import type { ShippingOutcome } from '../../lib/wechat-api/shipping/shipment';
import type { CatalogueSku } from '../../lib/wechat-api/stock/catalogue';
import type { ShopStock } from '../../lib/wechat-api/stock/read-stock';
import type { StockOutcome } from '../../lib/wechat-api/stock/write-stock';
import type { CheckedAccount } from '../../lib/wechat-pay/api/check-account';
import type { MerchantCertificate } from '../../lib/wechat-pay/api/merchant-certificate';
import type {
	ComplaintStep,
	ComplaintWithDeadlines,
} from '../../lib/wechat-pay/complaints/complaint-item';
import type { AnswerOutcome } from '../../lib/wechat-pay/complaints/post-once';
import type { certificateDays } from '../../lib/wechat-pay/api/platform-certificates';
import type { queryExchangeRate } from '../../lib/wechat-pay/api/exchange-rate';
import type { fetchSettlements } from '../../lib/wechat-pay/api/settlements';
import type {
	Payment,
	PaymentItem,
	Refund,
	RefundItem,
} from '../../lib/wechat-pay/notification/items';
import type { afterSaleItem } from '../../lib/wechat-shop/after-sales/after-sale-item';
import type { shopBill } from '../../lib/wechat-shop/bill/shop-bill';
import type { shopPaymentItem } from '../../lib/wechat-shop/orders/payment-item';
import type { ActionOutputs } from './action-output-types';
import type { Each, Result } from './function-results';
import type { MoneyOutputs } from './money-output-types';
import type { WechatPayOutputs } from './wechat-pay-output-types';

interface Recorded {
	odoo: RecordedOrder;
}

interface Answered {
	answer: { status: AnswerOutcome };
}

type ShopAfterSaleItem = Omit<Result<typeof afterSaleItem>, 'shop_after_sale'> & {
	shop_after_sale: JsonObject;
};

/**
 * What an item of the first output holds after each operation, by node, resource and operation. Written into
 * the package as JSON schemas, so that n8n's editor offers the fields before the first run.
 */
export interface OutputTypes extends MoneyOutputs, ActionOutputs, WechatPayOutputs {
	WechatPayTrigger: PaymentItem;
	'WechatPay/account/check': {
		wechat_pay: CheckedAccount & {
			mchid: string;
			certificates: Result<typeof certificateDays>;
			days_left: number | null;
			merchant_certificate: MerchantCertificate;
			n8n_settings: string[];
			n8n_free_disk_mb: number | null;
		};
	};
	'WechatPay/complaint/get': ComplaintWithDeadlines;
	'WechatPay/complaint/complete': Answered;
	'WechatPay/complaint/reply': Answered;
	'WechatPay/complaint/updateRefundProgress': Answered;
	'WechatPay/complaint/getImage': { image: { type: string; bytes: number } };
	'WechatPay/complaint/uploadImage': { media_id: string };
	'WechatPay/complaint/setNotificationUrl': { mchid: string; url: string };
	'WechatPay/complaint/getHistory': ComplaintStep & { complaint_id: string };
	'WechatPay/complaint/getMany': ComplaintWithDeadlines;
	'WechatPay/exchangeRate/get': Result<typeof queryExchangeRate>;
	'WechatPay/order/query': Payment;
	'WechatPay/payment/fromAcquirer': Payment;
	'WechatPay/refund/create': Refund & JsonObject;
	'WechatPay/refund/getMany': Refund & JsonObject & { mchid: string; left_fen: number };
	'WechatPay/refund/payAbnormal': Refund & JsonObject;
	'WechatPay/refund/query': Refund & JsonObject;
	'WechatPay/settlement/getMany': Each<typeof fetchSettlements>;
	'ShopBackend/order/get': Payment;
	'ShopBackend/request/answer': { answer: { http_status: number; status: string } };
	'SkuMap/orderLine/mapToProducts': Payment & { mapping: Mapping };
	'SkuMap/product/mapToSkus': SoldSku & { quantity: number; version: number; as_of: string };
	'OdooSale/account/check': { odoo: OdooAccount };
	'OdooSale/complaint/getAnswers': Each<typeof openAnswers>;
	'OdooSale/complaint/noteAnswer': { odoo: NotedAnswer };
	'OdooSale/complaint/record': { odoo: RecordedComplaint };
	'OdooSale/customsDeclaration/getOpen': Each<typeof openDeclarations>;
	'OdooSale/customsDeclaration/record': { customs_order: RecordedDeclaration };
	'OdooSale/order/cancel': { odoo: Result<typeof cancelOrder> };
	'OdooSale/order/createReturn': { odoo: Result<typeof createReturn> };
	'OdooSale/order/getBacklog': { odoo: Backlog & { silence: PaymentSilence } };
	'OdooSale/order/getWaitingDrafts': Each<typeof waitingDrafts>;
	'OdooSale/order/holdStock': { odoo: HeldOrder };
	'OdooSale/order/recordPaidOrder': Payment & { mapping: Mapping } & Recorded;
	'OdooSale/order/recordRefund': Pick<RefundItem, 'refund_id' | 'refund_fen'> & {
		odoo: Result<typeof recordRefund>;
	};
	'OdooSale/order/releaseExpiredHolds': Each<typeof releaseExpiredHolds>;
	'OdooSale/setUp/check': StepReport;
	'OdooSale/setUp/remove': StepReport;
	'OdooSale/setUp/run': StepReport;
	'OdooSale/shipment/getChanges': Each<typeof readShipments>;
	'OdooSale/shipment/getMany': Each<typeof readShipments>;
	'OdooSale/toDo/complete': { odoo: { completed: number } };
	'OdooSale/toDo/create': { odoo: Result<typeof createToDo> };
	'OdooStock/stock/getChanges': StockItem;
	'OdooStock/stock/getMany': StockItem;
	'WechatOrderStatus/account/check': {
		mini_program: { appid: string; token: string; proved: string };
	};
	'WechatOrderStatus/carrier/getMany': Carrier;
	'WechatOrderStatus/order/get': { wechat_order: ShippingOrder & JsonObject };
	'WechatOrderStatus/order/getMany': ShippingOrder & JsonObject;
	'WechatOrderStatus/order/remind': { reminder: { status: string } };
	'WechatOrderStatus/shipment/upload': { shipping: ShippingOutcome };
	'WechatOrderStatus/shipment/uploadCombined': { shipping: ShippingOutcome };
	'WechatShop/afterSale/accept': ShopAfterSaleItem;
	'WechatShop/afterSale/get': ShopAfterSaleItem;
	'WechatShop/afterSale/getMany': ShopAfterSaleItem;
	'WechatShop/afterSale/reject': ShopAfterSaleItem;
	'WechatShop/bill/get': ReturnType<typeof shopBill>[number];
	'WechatShop/order/get': Result<typeof shopPaymentItem> & { shop_order: JsonObject };
	'WechatShop/order/getMany': Result<typeof shopPaymentItem> & { shop_order: JsonObject };
	'WechatStock/shopStock/get': { stock: ShopStock & { status: string } };
	'WechatStock/shopStock/getSkus': CatalogueSku;
	'WechatStock/shopStock/set': { stock: StockOutcome };
}
