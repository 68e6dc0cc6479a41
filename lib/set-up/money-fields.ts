import { ORDER_MONEY_FIELDS } from '../settlement/odoo/order-money-fields';
import { orderFieldPiece } from './order-field';
import type { Piece } from '../odoo/schema/setup-step';

/** The three amounts on the sale order itself, each with its currency, and how far the money has come. */
export const moneyFieldPieces: Piece[] = ORDER_MONEY_FIELDS.map(({ name, label, help, type }) =>
	orderFieldPiece(name, [label, help], type),
);
