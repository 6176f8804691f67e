// Which room may import which is this table, and nowhere else; the rest of the file makes rules of it.

/** @typedef {{ may: string[], not: (keyof typeof PACKAGES)[], says: string }} Room */

/** @type {Record<string, Room>} */
const ROOMS = {
  app: {
    may: [
      "components",
      "lib/study",
      "lib/library",
      "lib/use-case",
      "lib/http",
      "lib/wire",
      "lib/domain",
    ],
    not: ["prisma", "node", "fsrs"],
    says: "A route calls lib/study or lib/library and shows components.",
  },
  components: {
    may: ["lib/domain", "lib/wire", "lib/offline"],
    not: ["prisma", "node", "fsrs", "zod"],
    says: "Components take plain data.",
  },
  "lib/http": {
    may: ["lib/use-case", "lib/study", "lib/library", "lib/wire"],
    not: ["prisma", "fsrs"],
    says: "lib/http calls use cases alone.",
  },
  "lib/cli": {
    may: [
      "lib/http",
      "lib/study",
      "lib/library",
      "lib/use-case",
      "lib/db",
      "lib/ingest",
      "lib/jobs",
      "lib/domain",
    ],
    not: ["prisma", "react", "fsrs"],
    says: "The commands are thin over the use cases.",
  },
  "lib/study": {
    may: [
      "lib/use-case",
      "lib/db",
      "lib/db/study",
      "lib/jobs",
      "lib/markdown",
      "lib/wire",
      "lib/domain",
    ],
    not: ["prisma", "react", "fsrs"],
    says: "lib/study is about one learner; it meets lib/library in app alone.",
  },
  "lib/library": {
    may: [
      "lib/use-case",
      "lib/db",
      "lib/db/library",
      "lib/jobs",
      "lib/ingest",
      "lib/markdown",
      "lib/wire",
      "lib/domain",
    ],
    not: ["prisma", "react", "fsrs"],
    says: "lib/library is about documents; it meets lib/study in app alone.",
  },
  "lib/use-case": {
    may: ["lib/db", "lib/jobs", "lib/markdown", "lib/wire", "lib/domain"],
    not: ["prisma", "react", "fsrs"],
    says: "lib/use-case is what lib/study and lib/library stand on.",
  },
  "lib/db": {
    may: ["lib/domain"],
    not: ["react", "fsrs"],
    says: "lib/db knows the domain alone, and what both wings ask stands above theirs.",
  },
  "lib/db/study": {
    may: ["lib/db", "lib/domain"],
    not: ["react", "fsrs"],
    says: "lib/db knows the domain alone.",
  },
  "lib/db/library": {
    may: ["lib/db", "lib/domain"],
    not: ["react", "fsrs"],
    says: "lib/db knows the domain alone.",
  },
  "lib/jobs": {
    may: ["lib/ingest", "lib/markdown", "lib/db/study", "lib/domain"],
    not: ["prisma", "react", "fsrs"],
    says: "lib/jobs runs ingest, markdown and what reads a whole log, and knows the domain.",
  },
  "lib/ingest": {
    may: ["lib/domain"],
    not: ["prisma", "react", "fsrs"],
    says: "lib/ingest knows the domain alone.",
  },
  "lib/markdown": {
    may: ["lib/domain"],
    not: ["prisma", "react", "fsrs"],
    says: "lib/markdown knows the domain alone.",
  },
  "lib/offline": {
    may: ["lib/wire", "lib/domain"],
    not: ["prisma", "node", "react", "fsrs", "zod", "surroundings"],
    says: "lib/offline knows the domain and what crosses the wire.",
  },
  "lib/wire": {
    may: ["lib/domain"],
    not: ["prisma", "node", "react", "fsrs", "zod", "surroundings"],
    says: "lib/wire says shapes, of the domain's.",
  },
  "lib/domain": {
    may: [],
    not: ["prisma", "node", "react", "fsrs", "zod", "surroundings"],
    says: "The domain imports nothing of the house but lib/result.",
  },
};

/** Not for every room, with the reason. */
const PACKAGES = {
  prisma: {
    group: ["@prisma/**", "better-sqlite3"],
    message: "Only lib/db speaks to the database.",
  },
  node: {
    group: ["node:*"],
    message: "This room runs in the browser too, or takes what it needs as arguments.",
  },
  react: {
    group: ["react", "react-dom", "react/**", "next", "next/**"],
    message: "No React or Next below the routes and components.",
  },
  fsrs: { group: ["ts-fsrs"], message: "Only lib/domain/schedule.ts speaks to ts-fsrs." },
  zod: { group: ["zod"], message: "zod costs the browser 30 kB; import types only." },
  surroundings: {
    group: ["@/lib/env", "@/lib/clock"],
    message: "This room is pure: time and settings are passed in.",
  },
};

/**
 * What a room may not import; `but` names a package that one file of it may.
 * @param {string} name
 * @param {keyof typeof PACKAGES} [but]
 */
function importsOf(name, but) {
  const { may, not, says } = ROOMS[name];
  const closed = Object.keys(ROOMS).filter((room) => room !== name && !may.includes(room));
  return {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { group: ["../**"], message: "Say @/… across folders and ./ within one." },
          { group: closed.map(modulesOf), message: says },
          ...not.filter((kind) => kind !== but).map((kind) => PACKAGES[kind]),
        ],
      },
    ],
  };
}

/**
 * Its modules, as a pattern; a room with wings is what stands above them.
 * @param {string} room
 */
function modulesOf(room) {
  const hasWings = Object.keys(ROOMS).some((other) => other.startsWith(`${room}/`));
  return `@/${room}/${hasWings ? "*" : "**"}`;
}

export default {
  plugins: [
    "typescript",
    "react",
    "nextjs",
    "import",
    "unicorn",
    "oxc",
    "vitest",
    "jsx-a11y",
    "promise",
  ],
  categories: { correctness: "error", suspicious: "error" },
  options: { typeAware: true },
  ignorePatterns: [".next", ".build", "data", "content", "lib/db/generated", "next-env.d.ts"],
  rules: {
    "react/react-in-jsx-scope": "off",
    "import/no-unassigned-import": "off",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-unsafe-argument": "error",
    "typescript/no-unsafe-assignment": "error",
    "typescript/no-unsafe-return": "error",
    "typescript/consistent-type-imports": "error",
    "import/no-cycle": "error",
    "react/rules-of-hooks": "error",
    "react/exhaustive-deps": "error",
    "no-console": ["error", { allow: ["error"] }],
    eqeqeq: "error",
    "no-underscore-dangle": "off",
    "import/no-named-as-default-member": "off",
    "consistent-return": "off",
    "typescript/consistent-return": "off",
    "jsx-a11y/prefer-tag-over-role": "off",
  },
  overrides: [
    { files: ["lib/cli/**", "tests/bench/**"], rules: { "no-console": "off" } },
    {
      // What tests expect is `any` by its type, and so is what plain JavaScript imports.
      files: ["tests/**", "**/*.mjs", "public/*.js"],
      rules: {
        "typescript/no-unsafe-argument": "off",
        "typescript/no-unsafe-assignment": "off",
        "typescript/no-unsafe-return": "off",
      },
    },
    {
      files: ["tests/**"],
      rules: { "unicorn/consistent-function-scoping": "off", "no-empty-pattern": "off" },
    },
    ...Object.keys(ROOMS).map((room) => ({ files: [`${room}/**`], rules: importsOf(room) })),
    { files: ["proxy.ts"], rules: importsOf("lib/http") },
    { files: ["lib/domain/schedule.ts"], rules: importsOf("lib/domain", "fsrs") },
    // It is the server, and starts Next.
    { files: ["lib/cli/serve.ts"], rules: importsOf("lib/cli", "react") },
    {
      files: ["lib/domain/**"],
      rules: {
        "no-restricted-globals": [
          "error",
          {
            name: "Date",
            message: "Time is passed in; only study-day.ts and local-time.ts make dates.",
          },
        ],
      },
    },
    {
      files: ["lib/domain/study-day.ts", "lib/domain/local-time.ts"],
      rules: { "no-restricted-globals": "off" },
    },
    {
      files: ["lib/offline/tabs.ts", "lib/jobs/**"],
      rules: { "unicorn/require-post-message-target-origin": "off" },
    },
  ],
};
