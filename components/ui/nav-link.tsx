"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";

type Props = { href: string; name: string; className: string | undefined };

/** A link that says when it leads to where you are, and shows when the way there takes long. */
export function NavLink({ href, name, className }: Props) {
  const here = usePathname();
  const current =
    here === href ? "page" : href !== "/" && here.startsWith(`${href}/`) ? true : undefined;
  return (
    <Link href={href} className={className} aria-current={current} prefetch={false}>
      <LinkName name={name} />
    </Link>
  );
}

function LinkName({ name }: { name: string }) {
  const { pending } = useLinkStatus();
  return <span data-pending={pending}>{name}</span>;
}
