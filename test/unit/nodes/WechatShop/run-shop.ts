import type { IDataObject, INode } from 'n8n-workflow';

import { WechatShop } from '../../../../nodes/WechatShop/WechatShop.node';
import type { Sandbox } from '../../../../sandbox';
import { runNode } from '../../../support/engine';
import { shopFields } from '../../../support/server-api-credentials';

/** Adds a product with one SKU. @returns its sku_id */
export const addSku = (sandbox: Sandbox, sku_code: string, sale_price: number): string =>
	sandbox.serverApi.shop.addProduct({ skus: [{ sku_code, stock_num: 1000, sale_price }] }).skus[0]!
		.sku_id;

/** Runs an operation of the node against the sandbox; failed items carry `error`. */
export const shopRunner =
	(sandbox: () => Sandbox, resource: string) =>
	async (operation: string, items: IDataObject[], parameters: INode['parameters'] = {}) => {
		const all = { resource, operation, ...parameters };
		const settings = { onError: 'continueRegularOutput' } as const;
		const outputs = await runNode(new WechatShop(), all, items, shopFields(sandbox()), settings);
		return outputs.map((output) => output.map(({ json }) => json));
	};
