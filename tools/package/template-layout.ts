import type { INode } from 'n8n-workflow';

import type { Template } from './template-check';

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Pixels on n8n's canvas: a node, and the room that its name and subtitle take below it. */
const NODE = 96;
const NAME = { width: 192, height: 56 };

/** What makes a template hard to read on the canvas; empty when it goes left to right, loops apart, and nothing covers anything. */
export function layoutProblems({ nodes, connections }: Template): string[] {
	const boxes = nodes.map(boxOf);
	const covered = boxes.flatMap((box, index) =>
		boxes.slice(index + 1).flatMap((other) => {
			return overlap(box, other) ? [`${box.name} and ${other.name} cover one another`] : [];
		}),
	);
	const left = new Map(nodes.map(({ name, position }) => [name, position[0]]));
	const backwards = Object.entries(connections).flatMap(([from, { main = [] }]) =>
		main
			.flatMap((output) => output ?? [])
			.filter(({ node }) => (left.get(node) ?? 0) < (left.get(from) ?? 0) + NODE)
			.filter(({ node }) => !leadsTo(connections, node, from))
			.map(({ node }) => `${from} leads to ${node}, which does not lie to its right`),
	);
	return [...covered, ...new Set(backwards)];
}

/** Whether a way leads from one node to another: a connection back along it closes a loop. */
function leadsTo(
	connections: Template['connections'],
	from: string,
	to: string,
	seen = new Set<string>(),
): boolean {
	if (from === to) return true;
	if (seen.has(from)) return false;
	seen.add(from);
	const next = (connections[from]?.main ?? []).flatMap((output) => output ?? []);
	return next.some(({ node }) => leadsTo(connections, node, to, seen));
}

function boxOf({ name, type, position, parameters }: INode): Box {
	const [left, top] = position;
	if (type === 'n8n-nodes-base.stickyNote') {
		const { width, height } = parameters as { width: number; height: number };
		return { name, left, top, right: left + width, bottom: top + height };
	}
	const beside = (NAME.width - NODE) / 2;
	const bottom = top + NODE + NAME.height;
	return { name, left: left - beside, top, right: left + NODE + beside, bottom };
}

const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;
