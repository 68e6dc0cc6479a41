import type { CustomsDeclaration, CustomsRules } from './declaration';

/** Compares the buyer with the payer. What is compared is not kept. */
export function checkIdentity(
	one: CustomsDeclaration,
	buyer: CustomsRules['payer'],
	{ payer }: CustomsRules,
): CustomsDeclaration {
	const isSame =
		payer.certificate_id === buyer.certificate_id &&
		payer.certificate_name === buyer.certificate_name;
	return Object.assign(one, { certificate_check_result: isSame ? 'SAME' : 'DIFFERENT' });
}
