import { byId, element, list } from './dom.js';
import { picture } from './pictures.js';
import { yuan } from './words.js';

const LOW = 5;

/** The products with their prices and what is left of them. */
export function showShop({ products }, buy) {
	byId('no-products').hidden = products.length > 0;
	list(
		byId('products'),
		products,
		({ sku_code }) => sku_code,
		({ sku_code, title, price, stock }) =>
			element(
				'li',
				{ class: 'product' },
				picture(title),
				element(
					'div',
					{ class: 'about' },
					element('h3', {}, title),
					element('p', { class: 'price' }, yuan(price)),
					element(
						'p',
						{ class: stock <= LOW ? 'stock low' : 'stock' },
						stock === 0 ? 'Sold out' : `${stock} left`,
					),
				),
				element(
					'button',
					{
						class: 'primary',
						'data-part': 'buy',
						'aria-label': `Buy ${title} for ${yuan(price)}`,
						disabled: stock === 0,
						onclick: () => buy({ sku_code, title, price }),
					},
					'Buy',
				),
			),
	);
}
