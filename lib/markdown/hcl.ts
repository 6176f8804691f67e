import type { LanguageFn } from "lowlight";

/**
 * HashiCorp's configuration language (Terraform, Packer, Nomad) for highlight.js, which has none.
 * After the HCL native syntax specification: blocks, attributes, templates, heredocs, functions.
 */
export const hcl: LanguageFn = (hljs) => {
  const keywords = {
    keyword: "for in if else endif endfor",
    literal: "true false null",
    type: "string number bool any list map set object tuple",
    "variable.language": "var local module data each self count path",
  };
  const template = { scope: "subst", begin: /[$%]\{/, end: /\}/, keywords };
  const text = {
    scope: "string",
    variants: [
      { begin: /"/, end: /"/ },
      hljs.END_SAME_AS_BEGIN({ begin: /<<-?([A-Za-z_]\w*)$/, end: /^[ \t]*([A-Za-z_]\w*)$/ }),
    ],
    contains: [hljs.BACKSLASH_ESCAPE, { match: /\$\$\{|%%\{/ }, template],
  };
  const call = { scope: "title.function", match: /\b[a-z_]\w*(?=\()/ };
  const block = {
    scope: "keyword",
    match: /(?<![\w.-])[A-Za-z_][\w-]*(?=(?:[ \t]+"[^"\n]*")*[ \t]*\{)/,
  };
  const attribute = {
    scope: "attr",
    match: /(?<![\w.-])[A-Za-z_][\w-]*(?=[ \t]*=(?![=>]))/,
  };
  const value = [hljs.C_NUMBER_MODE, text, call];
  Object.assign(template, { contains: value });
  const comments = [hljs.HASH_COMMENT_MODE, hljs.C_LINE_COMMENT_MODE, hljs.C_BLOCK_COMMENT_MODE];
  return {
    name: "HCL",
    aliases: ["terraform", "tf", "tfvars"],
    keywords,
    contains: [...comments, block, attribute, ...value],
  };
};
