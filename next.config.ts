import type { NextConfig } from "next";

const config: NextConfig = {
  // Each set of sources is built into a folder of its own, so that no build touches the files of a running server.
  distDir: process.env["REHEARSE_BUILD"] ?? ".next",
  // Types are checked by `npm run check`; a learner's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  poweredByHeader: false,
  serverExternalPackages: ["better-sqlite3"],
  headers: async () => [
    // A browser asks each time whether the worker is another.
    { source: "/sw.js", headers: [{ key: "cache-control", value: "no-cache" }] },
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "same-origin" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
        { key: "permissions-policy", value: "microphone=(self), camera=(), geolocation=()" },
      ],
    },
  ],
};

export default config;
