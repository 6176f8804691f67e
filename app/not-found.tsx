import { Message } from "@/components/ui/message";

export default function NotFound() {
  return (
    <Message title="There is nothing at this address" links={[{ href: "/topics", text: "Topics" }]}>
      The question or topic may have been renamed in its document, or the address was mistyped.
    </Message>
  );
}
