import { blocksFor, chooseBlock, indexBlocks } from "../cascade.ts";
import type { Pack } from "../model.ts";

/** What a role has and lacks in one topic and format: in its first guide there, which is the plain one where there is one. */
export interface Coverage {
  topic: string;
  role: string;
  format: string;
  published: boolean;
  /** Sections with a block of the role's own. */
  owned: string[];
  /** Sections that other roles have a block of their own for, and this one takes from a wider scope. */
  inherited: string[];
  /** Sections that no block fills. */
  missing: string[];
}

/** Every role against every topic and format that the matrix publishes for any role. */
export function measureCoverage(pack: Pack): Coverage[] {
  const index = indexBlocks(pack);
  const pairs = [...new Map(pack.guides.map((key) => [`${key.topic} ${key.format}`, key])).values()];
  const guidesOf = Map.groupBy(pack.guides, (key) => `${key.topic} ${key.format} ${key.role}`);
  return pairs.flatMap(({ topic, format, at }) => {
    const sections = pack.formats.get(format)?.data.sections ?? [];
    const found = [...pack.roles.keys()].map((role) => {
      // The plain guide comes before its versions.
      const [guide] = guidesOf.get(`${topic} ${format} ${role}`) ?? [];
      const groups = blocksFor(guide ?? { topic, role, format, at }, index);
      const owners = sections.map(({ id, optional }) => {
        const choice = chooseBlock(id, groups);
        const owner =
          choice === undefined
            ? optional
              ? "optional"
              : "none"
            : choice.block.scope.role
              ? "role"
              : "wider";
        return { id, owner };
      });
      return { role, owners, published: guide !== undefined };
    });
    const ownedByAny = new Set(
      found.flatMap(({ owners }) => owners.filter(({ owner }) => owner === "role").map(({ id }) => id)),
    );
    return found.map(({ role, owners, published }) => {
      const ids = (owner: string) => owners.filter((one) => one.owner === owner).map(({ id }) => id);
      return {
        topic,
        role,
        format,
        published,
        owned: ids("role"),
        inherited: ids("wider").filter((id) => ownedByAny.has(id)),
        missing: [...ids("none"), ...ids("optional").filter((id) => ownedByAny.has(id))],
      };
    });
  });
}
