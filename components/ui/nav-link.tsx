"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";

type Props = {
  href: string;
  name: string;
  className: string | undefined;
  onClick?: () => void;
};

/** A link that says when it leads to where you are, and shows when the way there takes long. */
export function NavLink({ href, name, ...others }: Props) {
  const current = whereIs(href, usePathname());
  return (
    <Link href={href} aria-current={current} prefetch={false} {...others}>
      <LinkName name={name} />
    </Link>
  );
}

/** Whether a place is `here`: as that page, or as what it lies in (true); else undefined. */
export function whereIs(href: string, here: string): "page" | true | undefined {
  if (here === href) return "page";
  return href !== "/" && here.startsWith(`${href}/`) ? true : undefined;
}

function LinkName({ name }: { name: string }) {
  const { pending } = useLinkStatus();
  return <span data-pending={pending}>{name}</span>;
}
