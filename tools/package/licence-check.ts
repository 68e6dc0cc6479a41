/** Licences that anybody who installs the package may live with: no duty beyond naming the authors. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** The part of package-lock.json (version 3) that is looked at. */
export interface Lockfile {
	packages: Record<
		string,
		{ version?: string; license?: string; dev?: boolean; devOptional?: boolean; link?: boolean }
	>;
}

/** What an installation of the package brings along: `name version licence`, by place in node_modules. */
export function runtimePackages({ packages }: Lockfile): Array<{ name: string; license: string }> {
	return Object.entries(packages)
		.filter(
			([place, { dev, devOptional, link }]) =>
				place.startsWith('node_modules/') && !link && !dev && !devOptional,
		)
		.map(([place, { version, license }]) => ({
			name: `${place.replace(/^.*node_modules\//, '')} ${version}`,
			license: license ?? 'none named',
		}));
}

/** Runtime dependencies, direct and indirect, of which no offered licence is permissive. */
export function licenceProblems(lockfile: Lockfile): string[] {
	return runtimePackages(lockfile)
		.filter(({ license }) => !alternatives(license).some((one) => PERMISSIVE.includes(one)))
		.map(({ name, license }) => `${name} has the licence ${license}`);
}

/** `(A OR B)` offers a choice; with `AND` all hold, and none of ours does that. */
const alternatives = (license: string): string[] => license.replace(/[()]/g, '').split(' OR ');
