import type { HttpCallContext } from '../../core/http';
import type { WechatPayAccount } from '../keys/account';
import type { DeclarableOrder } from './declarable-order';
import type {
	BuyerIdentity,
	CustomsOffice,
	Declaration,
	OrderPart,
	WantedDeclaration,
} from './declaration';

/** What every call about the declarations of one order needs. */
export interface CustomsCall {
	account: WechatPayAccount;
	order: Pick<DeclarableOrder, 'appid' | 'out_trade_no' | 'transaction_id'>;
	office: CustomsOffice;
	context: HttpCallContext;
}

/** A part of a split order by its number; undefined for an order that is declared as a whole. */
export type PartNumber = OrderPart['sub_order_no'] | undefined;

/** The customs calls of one side of the border. All of them throw as the calls of that side do. */
export interface CustomsTransport {
	/** All living declarations of the order at this office; none when nothing was declared. */
	list(call: CustomsCall): Promise<Declaration[]>;
	/** Declares for the first time. @param identity is used where the side takes it here */
	add(call: CustomsCall, wanted: WantedDeclaration, identity?: BuyerIdentity): Promise<Declaration>;
	/** Replaces a declaration: the old one is void. */
	change(
		call: CustomsCall,
		wanted: WantedDeclaration,
		identity?: BuyerIdentity,
	): Promise<Declaration>;
	/** Sends the same declaration again. */
	redeclare(call: CustomsCall, part: PartNumber): Promise<Declaration>;
}
