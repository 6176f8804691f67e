import { readFileSync } from "node:fs";
import { array, assert, constantFrom, lorem, oneof, property, string, tuple } from "fast-check";
import type { ListItem, RootContent } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { describe, expect, test } from "vitest";
import { keyPoints } from "@/lib/ingest/key-points";

const parser = remark().use(remarkGfm);
const pointsOf = (markdown: string) => keyPoints(parser.parse(markdown).children, 0);
const textsOf = (markdown: string) => pointsOf(markdown).map((point) => point.text);

const withSection = (title: string) =>
  textsOf(
    ["Alpha", "Beta", "Gamma", "Delta"]
      .map((name) => `### ${name}\n${name} holds the first copy.`)
      .concat(`### ${title}\n- **Praised**: this is the praised part.`)
      .join("\n\n"),
  );

const inList = (item: string) =>
  textsOf(`- ${item}\n- Caches hold hot rows.\n- Queues absorb sudden peaks.`)[0];

describe("an answer with sections", () => {
  const answer = `Here is my approach:

### 🔒 1. **Data in transit**
I enforce **TLS 1.2+** at the gateway (e.g., by policy), using:
- a policy

### 2. Controls
- **Data minimization**: personal data goes at the door.
- **Data sovereignty**: logs stay in the EU.
- **Retention & audit**: logs leave after 30 days.

### Step 3: Rotation
The key service rotates keys by itself. Nobody waits.

### Rollback
Keep the old key for a day.`;

  test("gives a point a section: its clean title and what it claims, or what its items do", () => {
    expect(textsOf(answer)).toEqual([
      "Data in transit: Enforce TLS 1.2+ at the gateway",
      "Data minimization: Personal data goes at the door",
      "Data sovereignty: Logs stay in the EU",
      "Retention & audit: Logs leave after 30 days",
      "Rotation: The key service rotates keys by itself",
      "Rollback: Keep the old key for a day",
    ]);
  });

  test("names the section, and covers it from its heading to its end", () => {
    const [first] = pointsOf(answer);
    expect(first?.section).toBe("Data in transit");
    expect(answer.slice(first?.start, first?.end)).toMatch(/^### 🔒 1[^]*- a policy$/);
  });

  test("counts offsets from the start of the answer", () => {
    const before = "#### Answer\n\n";
    const blocks = parser.parse(before + answer).children.slice(1);
    const moved = keyPoints(blocks, before.length);
    expect(moved).toEqual(pointsOf(answer));
  });

  test("splits the largest of two sections into its items", () => {
    const texts = textsOf(`### Design
- **Queue**: put orders into a queue first.
- **Workers**: workers take orders at their own pace.
- **Dead letters**: failed orders wait for a person.

### Cost
Pay for each order only.`);
    expect(texts).toEqual([
      "Queue: Put orders into a queue first",
      "Workers take orders at their own pace",
      "Dead letters: Failed orders wait for a person",
      "Cost: Pay for each order only",
    ]);
  });

  test("keeps to the sections when there are many items", () => {
    const items = "- **Some lead**: some words.\n".repeat(9);
    const titles = ["One", "Two", "Three", "Four"];
    expect(pointsOf(titles.map((title) => `### ${title}\n${items}`).join("\n"))).toHaveLength(4);
  });

  test("never gives more than twelve", () => {
    const sections = Array.from(
      { length: 20 },
      (_, n) => `### Topic ${n}\nCaches hold value ${n}.`,
    );
    expect(pointsOf(sections.join("\n\n"))).toHaveLength(12);
  });

  test("lets an unfinished heading be finished by what follows", () => {
    const texts = textsOf(`### Choose a queue when:
- You need to absorb peaks

### Choose a stream when:
- Many readers replay the same events

### Costs
Streams cost more.`);
    expect(texts[0]).toBe("Choose a queue when you need to absorb peaks");
  });

  test("leaves out a section of nothing but code", () => {
    const told = ["Alphas", "Betas", "Gammas"].map(
      (title) => `### ${title}\nKeep one copy of ${title}.`,
    );
    expect(textsOf([...told, "### Cache settings\n```sql\nselect 1;\n```"].join("\n\n"))).toEqual([
      "Alphas: Keep one copy of Alphas",
      "Betas: Keep one copy of Betas",
      "Gammas: Keep one copy of Gammas",
    ]);
  });

  test("tells a story by its resolution", () => {
    const texts = textsOf(`### Conflict
**Challenge**: The default policy blocked the team's tool.

**Resolution**: Granted the two actions to one role.

### Second
Keep audits short.

### Third
Write decisions down.

### Fourth
Review them each quarter.`);
    expect(texts[0]).toBe("Conflict: Granted the two actions to one role");
  });
});

describe("an answer without headings", () => {
  test("makes a point of each bold-led item", () => {
    const markdown = `Key strategies:

1. **Compress at source**:
   - Use gzip before data leaves (e.g., Snappy).
2. **Batch transfers**: send hourly instead of at once.
3. **Cache near readers** – keep hot rows in the region.
4. **Avoid detours**: route directly.`;
    expect(textsOf(markdown)).toEqual([
      "Compress at source: Use gzip before data leaves",
      "Batch transfers: Send hourly instead of at once",
      "Cache near readers: Keep hot rows in the region",
      "Avoid detours: Route directly",
    ]);
    const [, second] = pointsOf(markdown);
    expect(second?.section).toBeNull();
    expect(markdown.slice(second?.start, second?.end)).toBe(
      "2. **Batch transfers**: send hourly instead of at once.",
    );
  });

  test("takes the rows of a table, with column heads where it compares", () => {
    expect(
      textsOf(`| Factor | ECS | EKS |
|---|---|---|
| **Overhead** | Low | High |
| **Portability** | N/A | Runs anywhere |
| **Cost** | Per task | Per node |`),
    ).toEqual([
      "Overhead: ECS Low; EKS High",
      "Portability: EKS Runs anywhere",
      "Cost: ECS Per task; EKS Per node",
    ]);
  });

  test("says the heads of columns whose cells are too short to say much", () => {
    expect(
      textsOf(`| Method | Safe | Port |
|---|---|---|
| GET | yes | 80 |
| POST | no | 80 |
| PUT | no | 443 |`),
    ).toEqual(["GET: Safe yes; Port 80", "POST: Safe no; Port 80", "PUT: Safe no; Port 443"]);
  });

  test("takes the claims of plain paragraphs, each a sentence", () => {
    expect(
      textsOf(
        "An index speeds up reads, e.g. of a column. It is not free. Each write must update every index. " +
          "The planner ignores an index on small tables. Why?",
      ),
    ).toEqual([
      "An index speeds up reads, e.g. of a column",
      "Each write must update every index",
      "The planner ignores an index on small tables",
    ]);
  });

  test("takes paragraphs and lists together, in their order", () => {
    expect(
      textsOf(`A pure function depends on nothing but its input.

- The same input gives the same output.
- Nothing outside changes.

Inside, variables may change as they like.`),
    ).toEqual([
      "A pure function depends on nothing but its input",
      "The same input gives the same output",
      "Nothing outside changes",
      "Inside, variables may change as they like",
    ]);
  });

  test("joins a short list with the sentence that announces it", () => {
    expect(
      textsOf(`A switch forwards frames by their address. Two tables steer it. They are:

- \`mac\`
- \`vlan\`

A router forwards packets between networks.`),
    ).toEqual([
      "A switch forwards frames by their address",
      "Two tables steer it: mac, vlan",
      "A router forwards packets between networks",
    ]);
  });

  test("joins no list with a sentence that another paragraph holds", () => {
    expect(
      textsOf(`A switch forwards frames by their address.

They are:

- \`mac\`
- \`vlan\`

A router forwards packets between networks. Each of its ports has an address.`),
    ).toEqual([
      "A switch forwards frames by their address",
      "A router forwards packets between networks",
      "Each of its ports has an address",
    ]);
  });

  test("takes what a long sentence says after its opening", () => {
    const opening =
      "Once every replica of the old data centre has caught up with the last write that a client made there before noon";
    expect(
      inList(`${opening}, clients can be sent to the new one without any loss of orders.`),
    ).toBe("Clients can be sent to the new one without any loss of orders");
  });

  test("reads a name in code before a colon as a title, and one before words as their beginning", () => {
    expect(
      textsOf(`\`onMount\`: It is called once.

\`onUpdate\`: Called after each change.

\`onExit\`: Called before the end.`),
    ).toEqual([
      "onMount: Is called once",
      "onUpdate: Called after each change",
      "onExit: Called before the end",
    ]);
    expect(
      textsOf(
        "`map()` gives back a new list. `each()` gives back nothing at all. `fold()` gives back one value.",
      ),
    ).toEqual([
      "map() gives back a new list",
      "each() gives back nothing at all",
      "fold() gives back one value",
    ]);
  });

  test("ties each sentence to its own place", () => {
    const markdown =
      "Rows lie **in their pages**. Pages hold\nvery many rows (e.g. 100). `fsync` flushes all the pages.";
    expect(pointsOf(markdown).map(({ start, end }) => markdown.slice(start, end))).toEqual([
      "Rows lie **in their pages**.",
      "Pages hold\nvery many rows (e.g. 100).",
      "`fsync` flushes all the pages.",
    ]);
  });

  test.each([
    [
      "Korean",
      "큐는 먼저 들어온 것을 먼저 내보낸다. 스택은 나중에 들어온 것을 먼저 내보낸다. 덱은 양쪽에서 넣고 뺄 수 있다.",
    ],
    [
      "Arabic",
      "الطابور يحفظ ترتيب الرسائل كلها. كل رسالة تذهب إلى قارئ واحد. هل تضيع الرسائل؟ القارئ يؤكد ما انتهى من معالجته.",
    ],
    ["Chinese", "队列保持消息的先后顺序。每条消息只交给一个读者。读者确认处理完的消息。"],
  ])("tells sentences apart in %s", (_, text) => {
    expect(textsOf(text)).toHaveLength(3);
  });

  test("reads the wide colon of Chinese after a title", () => {
    expect(
      textsOf(
        "- **存储**：会话存储在服务器上。\n- **大小：**\n  会话没有大小限制。\n- **安全**：内容不会暴露给客户端。",
      ),
    ).toEqual(["存储: 会话存储在服务器上", "大小: 会话没有大小限制", "安全: 内容不会暴露给客户端"]);
  });

  test("ties a sentence to its own place where the source is longer than what it shows", () => {
    const prose =
      "R&amp;D rows lie elsewhere.\nPages hold very many rows. Flush them all with `fsync`";
    expect(pointsOf(prose).map(({ start, end }) => prose.slice(start, end))).toEqual([
      "R&amp;D rows lie elsewhere.\nPages hold very many rows. Flush them all with ",
      "R&amp;D rows lie elsewhere.\nPages hold very many rows. Flush them all with ",
      "R&amp;D rows lie elsewhere.\nPages hold very many rows. Flush them all with `fsync`",
    ]);
  });

  test("takes nothing from pictures", () => {
    expect(
      textsOf(
        "![How the pages of a file lie](a.png)\n\nRows lie in their pages. Pages hold very many rows.",
      ),
    ).toEqual([]);
  });

  test("takes the first sentence of each paragraph when there are too many", () => {
    const paragraph = (n: number) =>
      `Cache ${n} holds hot rows. Reads of part ${n} are quick then.`;
    const texts = textsOf([1, 2, 3, 4, 5, 6, 7].map(paragraph).join("\n\n"));
    expect(texts).toHaveLength(7);
    expect(texts.at(-1)).toBe("Cache 7 holds hot rows");
  });

  test("reads a bold line above a sentence as its title", () => {
    const step = (name: string, text: string) => `**${name}**\n${text}`;
    expect(
      textsOf(
        [
          step("Start", "The pool opens ten connections."),
          step("Use", "A request borrows one of them."),
          step("End", "The pool closes what is idle."),
        ].join("\n\n"),
      ),
    ).toEqual([
      "Start: The pool opens ten connections",
      "Use: A request borrows one of them",
      "End: The pool closes what is idle",
    ]);
  });

  test("begins with a claim that the introduction sets in bold", () => {
    const [first] = textsOf(`That **one gateway cannot fail over in a second** is known.

- **Split it**: use three gateways.
- **Tune timers**: set the hold time to three seconds.
- **Fall back**: let DNS move clients.`);
    expect(first).toBe("One gateway cannot fail over in a second");
  });

  test("names the section of each item where several are compared", () => {
    expect(
      textsOf(`### Class components:
- Have a state of their own
- Know the parts of a life cycle

### Function components:
- Have no state of their own`),
    ).toEqual([
      "Class components: Have a state of their own",
      "Class components: Know the parts of a life cycle",
      "Function components: Have no state of their own",
    ]);
  });

  test("names the label above each list, under its section, where there are several", () => {
    const lists = (name: string) =>
      `**${name}**\n\nAdvantages:\n\n- ${name} keeps order\n\nDrawbacks:\n\n- ${name} never lets a reader wait`;
    expect(
      textsOf(`${lists("Queue")}\n\n${lists("Stream")}\n\nUseful links:\n\n- A page about both`),
    ).toEqual([
      "Queue – Advantages: Queue keeps order",
      "Queue – Drawbacks: Queue never lets a reader wait",
      "Stream – Advantages: Stream keeps order",
      "Stream – Drawbacks: Stream never lets a reader wait",
    ]);
  });

  test("names a bold label above a list once", () => {
    expect(
      textsOf("**Pros:**\n- Keeps order\n- Holds peaks\n\n**Cons:**\n- Never lets a reader wait"),
    ).toEqual(["Pros: Keeps order", "Pros: Holds peaks", "Cons: Never lets a reader wait"]);
  });

  test("never drops what denies", () => {
    expect(inList("One call is static in Java while the other one is not:")).toMatch(/is not$/);
  });

  test("begins with what the introduction claims, unless it announces what follows", () => {
    const list =
      "- **Put**: adds one message.\n- **Take**: removes one message.\n- **Peek**: shows one message.";
    expect(textsOf(`# Queues\n\nA queue keeps messages in order.\n\n${list}`)[0]).toBe(
      "A queue keeps messages in order",
    );
    expect(textsOf(`A queue is used in this way:\n\n${list}`)).toHaveLength(3);
  });

  test("reads a short bold beginning before a stop as a title", () => {
    expect(
      textsOf(`- **Least privilege.** Each role may do one thing.
- **Short life**. Keys end after an hour.
- **One gateway cannot fail over in a second**. Use three of them.`),
    ).toEqual([
      "Least privilege: Each role may do one thing",
      "Short life: Keys end after an hour",
      "One gateway cannot fail over in a second",
    ]);
  });

  test("keeps an item's title when what follows only asks", () => {
    const items = ["Stay calm", "Say what you do", "Think of prevention"];
    expect(
      textsOf(
        items
          .map(
            (title) =>
              `1. **${title}**: ${title === "Stay calm" ? "take your time first." : "how?"}`,
          )
          .join("\n"),
      ),
    ).toEqual(["Stay calm: Take your time first", "Say what you do", "Think of prevention"]);
  });

  test("leaves a title that the claim says again, before cutting the claim short", () => {
    expect(
      textsOf(`### Definition of a foreign key
A foreign key is a database constraint that enforces referential integrity between two of the tables of a schema.

### Definition of a primary key
A primary key is unique.

### Definition of a candidate key
A candidate key could be primary.`)[0],
    ).toBe(
      "A foreign key is a database constraint that enforces referential integrity between two of the tables of a schema",
    );
  });

  test("comes to its claim also after a title", () => {
    expect(
      inList(
        "**Indexing density**: since the primary key dictates the physical storage of rows in clustered indexes, narrow data types keep the indexes small.",
      ),
    ).toBe("Indexing density: Narrow data types keep the indexes small");
  });

  test("is not cut where its title ends, or before what somebody is allowed to do", () => {
    expect(
      inList(
        "**Strategies against the injection of statements (2026)**: injection occurs when an application improperly neutralizes what users type in",
      ),
    ).toMatch(/^Strategies .*: Injection occurs/);
    expect(
      inList(
        "Indexes on foreign keys and on the predicates of joins allow every modern engine to employ a merge instead of many nested loops",
      ),
    ).toMatch(/to employ a merge/);
  });

  test.each([
    [
      "at an opening",
      "For situations that require secrecy, or to stay within the rules of a regulated environment, the registry keeps private repositories.",
      "The registry keeps private repositories",
    ],
    [
      "after the opening of another clause",
      "Probabilities are numbers between nought and one at all times, and in this particular case of two drugs, they say how sure we may be.",
      "Probabilities are numbers between nought and one at all times",
    ],
    [
      "after a verb that only begins to say something",
      "A notification requirement under the privacy rule of that state is that a covered entity must tell everybody whose records were lost.",
      "A notification requirement under the privacy rule of that state is that a covered entity must tell everybody whose…",
    ],
    [
      "after what somebody did to a name before it",
      "Transformers of every kind use two feed-forward networks in each of their layers to process the representations generated by the heads.",
      "Transformers of every kind use two feed-forward networks in each of their layers",
    ],
    [
      "before a thing that does something itself",
      "Containers simplify the delivery of an application to its servers by ensuring software and its dependencies run the same everywhere.",
      "Containers simplify the delivery of an application to its servers",
    ],
    [
      "after an abbreviation that is a word in another language",
      "Describe the many steps and actions that are required to set up the image of a machine, from the choice of a base OS to its last file.",
      "Describe the many steps and actions that are required to set up the image of a machine, from the choice of a base OS",
    ],
  ])("is not cut %s", (_, sentence, point) => {
    expect(inList(sentence)).toBe(point);
  });

  test("leaves a title that a claim too long says again", () => {
    expect(
      inList(
        "**Early Compilation**: early compilation involves the whole of the source being turned into native code or into an intermediate code before a program runs.",
      ),
    ).toMatch(/^Early compilation involves/);
  });

  test("leaves no stump of what a cut took away", () => {
    expect(
      inList(
        "The test determines whether an organism metabolizes carbohydrates by oxidation or by fermentation, important for differentiating bacilli of many kinds",
      ),
    ).toBe(
      "The test determines whether an organism metabolizes carbohydrates by oxidation or by fermentation",
    );
  });

  test("takes the heads of a table's columns for all rows when most need them", () => {
    expect(
      textsOf(`| Platform | Type | For |
|---|---|---|
| Kubernetes | Open | Large teams anywhere |
| Swarm | Open | Small teams |
| Nomad | Managed | Many clouds |`)[0],
    ).toBe("Kubernetes: Type Open; For Large teams anywhere");
  });

  test("reads a list that is written in HTML", () => {
    const markdown = `<ul>
    <li><b>Buffer:</b> gather <i>items</i> into bundles.
    <li class="b">Scans apply a function one by one.</li>
    <li>Folds give back one value.</li>
</ul>`;
    expect(textsOf(markdown)).toEqual([
      "Buffer: Gather items into bundles",
      "Scans apply a function one by one",
      "Folds give back one value",
    ]);
    const [, second] = pointsOf(markdown);
    expect(markdown.slice(second?.start, second?.end)).toBe(
      '<li class="b">Scans apply a function one by one.',
    );
  });

  test("parts a sentence that is too long at its semicolons", () => {
    expect(
      textsOf(
        "Put what all callers share before the services, such as names and limits; leave the rules of each domain to the service that owns it; test how the whole of it behaves whenever one of its parts fails or is slow.",
      ),
    ).toEqual([
      "Put what all callers share before the services, such as names and limits",
      "Leave the rules of each domain to the service that owns it",
      "Test how the whole of it behaves whenever one of its parts fails or is slow",
    ]);
  });

  test("reads an answer that is quoted whole", () => {
    expect(
      textsOf("> - Keep it short.\n> - Measure twice first.\n> - Cut only once."),
    ).toHaveLength(3);
  });

  test("has no points when there is too little to tell", () => {
    expect(textsOf("Yes, it does.")).toEqual([]);
    expect(textsOf("")).toEqual([]);
    expect(textsOf("```sql\nselect 1;\n```\n\n---\n\n```sql\nselect 2;\n```")).toEqual([]);
  });
});

describe("what makes no point", () => {
  test.each([
    "✅ **Why This Works (Senior-Level Insight)**",
    "Why This Approach Wins in an Interview",
    "Why this stands out",
    "Why this scales for multi-account environments",
    "Why This Matters for the Role",
    "Why This Approach?",
    "Results & Why It Worked",
    "Key Advantages Over Manual Processes",
    "Conclusion",
    "Final Takeaway",
    "5. Example GitHub Actions Workflow Snippet",
    "💡 Pro Tip for Migration",
    "Further reading",
  ])("%s", (title) => {
    expect(withSection(title)).toHaveLength(4);
  });

  test.each(["Why Transit Gateway over Cloud WAN?", "Why Cloud WAN fails here", "Results cache"])(
    "but %s does",
    (title) => {
      expect(withSection(title)).toHaveLength(5);
    },
  );

  test.each([
    "This keeps costs low for everybody.",
    "However, it does so slowly.",
    "With this technique, writes are ignored.",
    "By default, it returns the first row.",
    "In the example, a lock is taken because of this.",
    "A basic version of the function looks like this:",
    "The following snippet takes a lock:",
    "For example, a bank locks both accounts.",
    "Credit: the handbook of all databases.",
    "See also the chapter on locks.",
    "What does a lock do here?",
    "`select * from orders where total > 100 for update` is run by each of the workers.",
  ])("the sentence %s", (sentence) => {
    expect(
      textsOf(
        `Locks keep writers apart. ${sentence}\n\nReaders never wait for writers. Writers wait in a line.`,
      ),
    ).toEqual([
      "Locks keep writers apart",
      "Readers never wait for writers",
      "Writers wait in a line",
    ]);
  });

  test("is a bold 'Why this works' with the list under it", () => {
    const texts = textsOf(`1. **First**: store the raw rows.
2. **Second**: check the counts.
3. **Third**: load the target.

**Why this works**:
- Raw rows are never lost.`);
    expect(texts).toHaveLength(3);
  });
});

describe("an answer in two languages", () => {
  const english = [
    "Streams keep the bytes in order",
    "Receivers acknowledge what they got",
    "Senders slow down on a full net",
  ];
  const russian = [
    "Потоки хранят порядок всех байтов",
    "Получатели подтверждают всё, что получили",
    "Отправители медленнее в полной сети",
  ];
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");

  test("makes its points once, item by item", () => {
    const items = english.flatMap((line, i) => [line, russian[i] ?? ""]);
    expect(textsOf(list(items))).toEqual(english);
  });

  test("makes them once, the whole of it below the other", () => {
    expect(textsOf(`${list(english)}\n\n## Ответ (RU)\n\n${list(russian)}`)).toEqual(english);
  });

  test("is none where a line or two are in the other", () => {
    expect(textsOf(list([...russian, ...english.slice(0, 1)]))).toHaveLength(4);
    expect(textsOf(list([...russian, "TCP", "UDP socket"]))).toEqual([...russian, "UDP socket"]);
  });
});

describe("the text of a point", () => {
  test("is plain: no marks, emoji, numbers or closing colon", () => {
    expect(inList("✅ **Step 2: Use `kubectl get pods`** to [see](x) ~~all~~ *pods*:")).toBe(
      "Step 2: Use kubectl get pods to see all pods",
    );
    expect(inList("**2) Set limits (hard)**: 🚀 every pod has a limit.")).toBe(
      "Set limits (hard): Every pod has a limit",
    );
  });

  test("drops a label that says nothing", () => {
    expect(inList("**Action**: redesign the partition key.")).toBe("Redesign the partition key");
  });

  test("ends at a clause within 120 characters", () => {
    expect(
      inList(
        "**Replicate**: copy the database in real time with change capture, which keeps the target current " +
          "for weeks, and switch the name when traffic is low (at night)",
      ),
    ).toBe("Replicate: Copy the database in real time with change capture");
  });

  test("says … only when a clause would not fit", () => {
    const text = inList(`Seven ${"sturdy ".repeat(30)}boxes stand there.`);
    expect(text).toMatch(/ sturdy…$/);
    expect(text?.length).toBeLessThanOrEqual(120);
  });

  test("is not given twice", () => {
    expect(
      textsOf("- Keep it short.\n- Keep it short.\n- Measure twice first.\n- Cut only once."),
    ).toHaveLength(3);
  });
});

const FLUFFY =
  /why (?:this|it|my) (?:\w+ )?(?:works?|worked|wins|beats|matters|scales|stands out)|advantages over|^(?:conclusion|summary|final takeaway|pro tip|example)/i;

describe("the document that ships with the app", () => {
  const path = new URL("../../content/aws-solutions-architect.md", import.meta.url);
  const source = repaired(readFileSync(path, "utf8"));
  const answers = [...source.matchAll(/^#### Answer:\n([^]*?)(?=^## |(?![^]))/gm)].map(
    (match, n) => [n + 1, match[1] ?? ""] as const,
  );

  test("holds 25 answers", () => {
    expect(answers).toHaveLength(25);
  });

  test.each(answers)("answer %i has sound points", (_, answer) => {
    const points = pointsOf(answer);
    expect(points.length).toBeGreaterThanOrEqual(3);
    expect(points.length).toBeLessThanOrEqual(12);
    expect(new Set(points.map((point) => point.text)).size).toBe(points.length);
    for (const { text, start, end } of points) {
      expect(text.length).toBeLessThanOrEqual(120);
      expect(text).not.toMatch(FLUFFY);
      expect(text).not.toMatch(/\*\*|`|^\d+[.)]|:$|\s(?:and|or|with|the|of|using)$/);
      expect(start).toBeLessThan(end);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(answer.length);
    }
  });
});

/** Runs of UTF-8 that were read as Mac Roman, read right. */
function repaired(text: string): string {
  const roman = new TextDecoder("macintosh");
  const bytes = new Map(
    Array.from({ length: 128 }, (_, n) => [roman.decode(Uint8Array.of(n + 128)), n + 128]),
  );
  return text.replace(/[^\0-\x7f]+/g, (run) =>
    new TextDecoder().decode(Uint8Array.from(run, (char) => bytes.get(char) ?? 63)),
  );
}

describe("any Markdown", () => {
  const line = oneof(
    constantFrom(
      "",
      "---",
      "```",
      "> ",
      "| a | b |",
      "|---|---|",
      "**Lead**:",
      "1. ",
      "- ",
      "  - ",
    ),
    tuple(
      constantFrom("", "# ", "### ", "#### ", "- ", "   - ", "1. ", "> ", "| ", "**", "*Why?* "),
      oneof(lorem({ maxCount: 12 }), string({ unit: "binary", maxLength: 200 })),
      constantFrom("", ":", "** – so", ". Then it", " | x |", " (e.g., y)", "\\", "<br>"),
    ).map((parts) => parts.join("")),
  );

  test("gives 3–12 short points in order and within range, or none", () => {
    assert(
      property(array(line, { maxLength: 40 }), (lines) => {
        const markdown = lines.join("\n");
        const points = pointsOf(markdown);
        expect(points.length === 0 || (points.length >= 3 && points.length <= 12)).toBe(true);
        for (const { text, start, end } of points) {
          expect(text.length).toBeLessThanOrEqual(120);
          expect(text).not.toMatch(/:$|^\s|\s$/);
          expect(0 <= start && start < end && end <= markdown.length).toBe(true);
        }
        const starts = points.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  test("leaves no marks in a point, and says the same each time", () => {
    const word = oneof(
      lorem({ maxCount: 3 }),
      constantFrom(
        "**bold words**",
        "*stress*",
        "`code`",
        "~~gone~~",
        "[a link](https://x.y)",
        "![a picture](x.png)",
        "<b>html</b>",
      ),
    );
    const sentence = array(word, { minLength: 3, maxLength: 8 }).map(
      (words) => `Xx ${words.join(" ")}.`,
    );
    const block = tuple(constantFrom("### ", "- ", "- **Lead**: ", "1. ", "> ", ""), sentence);
    assert(
      property(array(block, { maxLength: 20 }), (parts) => {
        const markdown = parts.map(([mark, text]) => mark + text).join("\n\n");
        const points = pointsOf(markdown);
        expect(pointsOf(markdown)).toEqual(points);
        for (const { text } of points) expect(text).not.toMatch(/[*`~<>]|\]\(/);
      }),
    );
  });

  test("survives a list of more items than a call takes arguments", () => {
    const item: ListItem = { type: "listItem", children: [] };
    const list: RootContent = {
      type: "list",
      children: Array.from({ length: 150_000 }, () => item),
    };
    expect(keyPoints([list], 0)).toEqual([]);
  });

  test("survives nesting deeper than the stack, and a tree without positions", () => {
    let deep: RootContent = { type: "paragraph", children: [{ type: "text", value: "deep" }] };
    for (let level = 0; level < 20_000; level++) {
      deep = { type: "list", children: [{ type: "listItem", children: [deep] }] };
    }
    expect(keyPoints([deep], 0)).toEqual([]);
    expect(keyPoints([{ type: "heading", depth: 1, children: [] }], 0)).toEqual([]);
  });
});
