import { blocksFor, chooseBlock, indexBlocks } from "../cascade.ts";
import type { GuideKey, Pack } from "../model.ts";

/** What a role has and lacks in one topic and format. */
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
  const plain = pack.guides.filter(({ context, level }) => context === undefined && level === undefined);
  const pairs = [...new Map(plain.map((key) => [`${key.topic} ${key.format}`, key])).values()];
  return pairs.flatMap(({ topic, format, at }) => {
    const sections = pack.formats.get(format)?.data.sections ?? [];
    const found = [...pack.roles.keys()].map((role) => {
      const groups = blocksFor({ topic, role, format, at } satisfies GuideKey, index);
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
      return { role, owners };
    });
    const ownedByAny = new Set(
      found.flatMap(({ owners }) => owners.filter(({ owner }) => owner === "role").map(({ id }) => id)),
    );
    return found.map(({ role, owners }) => {
      const ids = (owner: string) => owners.filter((one) => one.owner === owner).map(({ id }) => id);
      return {
        topic,
        role,
        format,
        published: plain.some((key) => key.topic === topic && key.role === role && key.format === format),
        owned: ids("role"),
        inherited: ids("wider").filter((id) => ownedByAny.has(id)),
        missing: [...ids("none"), ...ids("optional").filter((id) => ownedByAny.has(id))],
      };
    });
  });
}
