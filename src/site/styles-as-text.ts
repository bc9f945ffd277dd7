import { readFile } from "node:fs/promises";
import { type Plugin, transform } from "esbuild";

/** For esbuild: makes styles that a script imports as text as small, and as fit for old browsers, as those of a style sheet. */
export const stylesAsText: Plugin = {
  name: "styles-as-text",
  setup({ initialOptions: { target = "esnext", charset = "utf8" }, onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path, with: { type } }) => {
      if (type !== "text") return undefined;
      const styles = await readFile(path, "utf8");
      const { code } = await transform(styles, { loader: "css", minify: true, target, charset });
      return { contents: code, loader: "text" };
    });
  },
};
