import type { Template } from '../package/template-check';

/** The same template, which asks the mall's backend for orders, perhaps with a product for their shipping. */
export const askingTheMall = (template: Template, shippingProduct?: number): Template => ({
	...template,
	name: `${template.name} (mall)`,
	nodes: template.nodes.map((node) => {
		if (node.name === 'Get Order From Shop') return { ...node, disabled: false };
		if (node.name !== 'Record Paid Order' || !shippingProduct) return node;
		return { ...node, parameters: { ...node.parameters, options: { shippingProduct } } };
	}),
});
