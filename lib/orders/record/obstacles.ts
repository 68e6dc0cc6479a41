import type { IntegrationError } from '../../core/errors';
import { asSentence } from '../../odoo/odoo-error';

const THEN = 'then add the products that the notes name, and confirm the order.';

/** Why an order only has notes: Odoo rejected its products. @param message Odoo's */
export const rejectedLines = (message: string): string =>
	`Odoo rejected the order lines: ${asSentence(message)} Correct that, ${THEN}`;

/** Odoo accepted the draft only without what the node adds, or without its buyer. @param message Odoo's */
export const rejectedFields = (message: string): string =>
	`Odoo rejected the order: ${asSentence(message)} This draft has none of the node's options, and perhaps not its buyer. Correct that, ${THEN}`;

/** What stood in the way before the order was written, such as a missing pricelist. */
export const obstacleText = ({ message, nextStep }: IntegrationError): string =>
	`${asSentence(message)} ${asSentence(nextStep)} Correct the draft accordingly, ${THEN}`;
