/** The first line of every site's robots.txt: by it, a folder is known to hold nothing but a build. */
export const BUILD_MARK = "# Built by Rolewise";
