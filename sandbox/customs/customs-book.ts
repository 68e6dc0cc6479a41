import type { CustomsDeclaration } from './declaration';

type Numbers = Pick<CustomsDeclaration, 'transaction_id' | 'customs'>;

/** Every declaration that WeChat remembers, void ones too, oldest first. */
export class CustomsBook {
	private readonly declarations: CustomsDeclaration[] = [];

	add(declaration: CustomsDeclaration): void {
		this.declarations.push(declaration);
	}

	/** The living declarations of a payment at one customs office. */
	living({ transaction_id, customs }: Numbers): CustomsDeclaration[] {
		return this.declarations.filter(
			(one) => !one.void && one.transaction_id === transaction_id && one.customs === customs,
		);
	}

	all(): CustomsDeclaration[] {
		return [...this.declarations];
	}
}
