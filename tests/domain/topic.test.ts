import { array, assert, constantFrom, property, string, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { freeSlug, recallText, slug, topicKey, type TopicFigures } from "@/lib/domain/topic";
import { figures } from "@/tests/support/topics";

describe("a slug", () => {
  test.each([
    ["C", "c"],
    ["C++", "c-plus-plus"],
    ["C#", "c-sharp"],
    ["ECS/EKS", "ecs-eks"],
    ["Networking (VPC/TGW)", "networking-vpc-tgw"],
    ["Landing Zone & Control Tower", "landing-zone-control-tower"],
    ["  IAM  &  Least   Privilege ", "iam-least-privilege"],
    ["What’s new in Java's GC?", "whats-new-in-javas-gc"],
    [".NET", "net"],
    ["Über Größe", "über-größe"],
    ["Сети и маршруты", "сети-и-маршруты"],
    ["分散システム", "分散システム"],
    ["हिन्दी", "हिन्दी"],
    ["الشبكات", "الشبكات"],
    ["ＡＷＳ ①", "aws-1"],
    ["../..", "topic"],
    ["🔒", "topic"],
    ["", "topic"],
  ])("of %j is %j", (title, expected) => {
    expect(slug(title)).toBe(expected);
  });

  test("is the same however its letters are composed", () => {
    expect(slug("Cafe\u0301")).toBe(slug("Café"));
  });

  test("of any title is a part of an address: never empty, without / and the like", () => {
    assert(
      property(string({ unit: "binary", maxLength: 30 }), (title) => {
        const part = slug(title);
        expect(part).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
        expect(decodeURIComponent(encodeURIComponent(part))).toBe(part);
      }),
    );
  });
});

describe("a slug that is taken", () => {
  test("gets the first number that is free", () => {
    const taken = new Set(["c", "c-2", "c-4"]);
    expect(freeSlug("c", (name) => taken.has(name))).toBe("c-3");
    expect(freeSlug("d", (name) => taken.has(name))).toBe("d");
  });

  test("never comes out twice, whatever the titles", () => {
    const title = constantFrom("C", "c!", "C 2", "C-2", "C++", "🔒", "topic", "Topic 2");
    assert(
      property(array(title, { maxLength: 20 }), (titles) => {
        const taken = new Set<string>();
        for (const each of titles) taken.add(freeSlug(slug(each), (name) => taken.has(name)));
        expect(taken.size).toBe(titles.length);
      }),
    );
  });
});

describe("a topic's key", () => {
  test("does not see case, spacing or the form of characters", () => {
    expect(topicKey(["  Security", "IAM &\u00a0 Least privilege "])).toBe(
      topicKey(["SECURITY", "IAM & least Privilege"]),
    );
    expect(topicKey(["Cafe\u0301"])).toBe(topicKey(["CAFÉ"]));
    expect(topicKey(["Security", "IAM"])).toBe("security › iam");
  });

  test("tells the same title elsewhere in the tree apart", () => {
    const paths = [
      ["IAM"],
      ["Security", "IAM"],
      ["IAM", "Security"],
      ["Security › IAM"],
      ["C"],
      ["C++"],
    ];
    expect(new Set(paths.map(topicKey)).size).toBe(paths.length);
  });

  test("tells any two lists of titles apart", () => {
    const title = string({
      unit: constantFrom("a", "b", " ", "›", "\\"),
      minLength: 1,
      maxLength: 5,
    })
      .map((text) => text.replaceAll(/\s+/g, " ").trim())
      .filter((text) => text !== "");
    const paths = uniqueArray(array(title, { minLength: 1, maxLength: 3 }), {
      selector: (titles) => JSON.stringify(titles),
      maxLength: 12,
    });
    assert(
      property(paths, (lists) => {
        expect(new Set(lists.map(topicKey)).size).toBe(lists.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a topic's recall", () => {
  test("is the mean of what was not graded today, none of what was not seen, told with how many those are", () => {
    expect(words(figures({ shaky: 3, recallSum: 1.56 }))).toBe("3 shaky; 52 % recall of all 3");
    expect(words(figures({ firm: 1, shaky: 1, unseen: 2, recallSum: 1.6 }))).toBe(
      "1 firm, 1 shaky, 2 not seen; 40 % recall of all 4",
    );
  });

  test("is never 100 %, and what was graded today is told apart", () => {
    expect(words(figures({ shaky: 2, recallSum: 1.999, gradedToday: 4 }))).toBe(
      "2 shaky, 4 graded today; 99 % recall of 2",
    );
    expect(words(figures({ gradedToday: 4 }))).toBe("4 graded today");
  });

  test("is none of what is suspended, nor where nothing was seen", () => {
    expect(words(figures({ questions: 2, seen: 2 }))).toBe("2 suspended");
    expect(words(figures({ unseen: 8 }))).toBe("8 not seen");
  });
});

function words(told: TopicFigures): string {
  return recallText(told).replaceAll("\u00a0", " ");
}
