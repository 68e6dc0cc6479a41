import type { IDataObject, INode, INodeProperties, INodeType } from 'n8n-workflow';

import { ownNodeTypes } from '../../../support/own-nodes';

/** An operation of a node, with parameters that n8n accepts. */
export interface NodeOperation {
	type: INodeType;
	/** For example "SKU Map". */
	node: string;
	/** For example "Order Line: Map to Products". */
	operation: string;
	parameters: INode['parameters'];
}

/** Every operation of every node of the package that takes items, in the order of the menus. */
export async function ownOperations(): Promise<NodeOperation[]> {
	const types = [...(await ownNodeTypes()).values()].filter(({ execute }) => execute);
	return types.flatMap((type) => {
		const { displayName: node, properties } = type.description;
		const filled = requiredFields(properties);
		return choices(properties, 'resource').flatMap((resource) =>
			choices(properties, 'operation', resource.value).map((operation) => ({
				type,
				node,
				operation: `${resource.name}: ${operation.name}`,
				parameters: { ...filled, resource: resource.value, operation: operation.value },
			})),
		);
	});
}

interface Choice {
	name: string;
	value: string;
}

const choices = (properties: INodeProperties[], name: string, resource?: string): Choice[] =>
	properties
		.filter((property) => property.name === name && isShown(property, resource))
		.flatMap(({ options }) => options as Choice[]);

const isShown = ({ displayOptions }: INodeProperties, resource?: string): boolean =>
	resource === undefined || (displayOptions?.show?.resource ?? []).includes(resource);

/** n8n does not start a node with an empty required field. */
const requiredFields = (properties: INodeProperties[]): IDataObject & INode['parameters'] =>
	Object.fromEntries(
		properties
			.filter((property) => property.required && property.default === '')
			.map(({ name }) => [name, '100001']),
	);
