import { connection } from "next/server";
import { Message } from "@/components/ui/message";

export default async function NotFound() {
  // Made at build it would lack the nonce that its scripts need.
  await connection();
  return (
    <Message
      title="There is nothing at this address"
      links={[{ href: "/topics", text: "See the topics" }]}
    >
      The question or topic may have been renamed in its document, or the address was mistyped.
    </Message>
  );
}
