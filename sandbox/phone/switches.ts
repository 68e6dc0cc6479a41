import type { Fault, Faults } from '../server/faults';
import type { SigningShares } from '../keys/signing-shares';

/** A fault that the operator's console turns on and off. */
export interface Switch {
	name: string;
	label: string;
	/** What happens while it is on, and what a good workflow does about it. */
	description: string;
	on: boolean;
}

interface Trouble extends Omit<Switch, 'on'> {
	/** Starts it; returns what ends it. */
	start: () => () => void;
}

/** What the switches act on. */
export interface SwitchBoard {
	faults: Faults;
	shares: SigningShares;
	setCopies: (copies: number) => void;
}

/** Which faults are on. */
export class Switches {
	private readonly ends = new Map<string, () => void>();
	private readonly troubles: Trouble[];

	constructor(board: SwitchBoard) {
		this.troubles = troublesOn(board);
	}

	all(): Switch[] {
		return this.troubles.map(({ name, label, description }) => ({
			name,
			label,
			description,
			on: this.ends.has(name),
		}));
	}

	/** @throws Error for an unknown name */
	set(name: string, on: boolean): Switch[] {
		const trouble = this.troubles.find((one) => one.name === name);
		if (!trouble) throw new Error(`There is no switch ${name}`);
		this.ends.get(name)?.();
		this.ends.delete(name);
		if (on) this.ends.set(name, trouble.start());
		return this.all();
	}
}

function troublesOn({ faults, shares, setCopies }: SwitchBoard): Trouble[] {
	const api = (kind: Fault['kind'], label: string, description: string): Trouble => ({
		name: kind,
		label,
		description,
		start: () => faults.add({ kind }),
	});
	return [
		{
			name: 'duplicates',
			label: 'Notify three times at once',
			description: 'Three senders deliver each notification. Odoo still gets one order.',
			start: () => {
				setCopies(3);
				return () => setCopies(1);
			},
		},
		{
			name: 'probes',
			label: 'Probe the signature check',
			description: 'Each delivery is preceded by one with a false signature, to be refused.',
			start: () => {
				shares.probes = 1;
				return () => (shares.probes = 0);
			},
		},
		api('rateLimit', 'API: too many requests', 'Calls to the API get 429, or errcode 45011.'),
		api('error', 'API: failing', 'Calls to the API get status 500.'),
		api('slow', 'API: slow', 'Calls to the API are answered after 10 seconds.'),
		api('dropped', 'API: answers lost', 'The work is done, but no answer arrives.'),
	];
}
