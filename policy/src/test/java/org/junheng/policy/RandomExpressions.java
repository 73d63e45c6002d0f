package org.junheng.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Well-typed expressions over the small vocabulary: every operator, function and macro of the language turns up. */
final class RandomExpressions {

    private static final List<String> DATES = List.of(
            "2020-02-29",
            "2024-02-29",
            "2023-02-28",
            "2024-03-01",
            "1964-01-31",
            "2000-12-31",
            "2001-01-01",
            "1999-11-30");
    private static final List<String> AREAS = List.of("33", "3303", "330329", "330329001", "330329001002", "350924");

    private final Random random;
    private final List<String> guarded = new ArrayList<>();
    private boolean inList;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    String bool(int depth) {
        if (depth <= 0) {
            return pick("person.married", "true", "false", "has(person.died)", "has(person.income)", element());
        }
        int deeper = depth - 1;
        return switch (random.nextInt(13)) {
            case 0, 1 -> "(" + bool(deeper) + " && " + bool(deeper) + ")";
            case 2, 3 -> "(" + bool(deeper) + " || " + bool(deeper) + ")";
            case 4 -> "!" + bool(deeper);
            case 5 -> "(" + bool(deeper) + " ? " + bool(deeper) + " : " + bool(deeper) + ")";
            case 6 -> "(" + integer(deeper) + comparison() + integer(deeper) + ")";
            case 7 -> "(" + date(deeper) + comparison() + date(deeper) + ")";
            case 8 -> "(" + money(deeper) + comparison() + money(deeper) + ")";
            case 9 -> "within(" + area() + ", " + area() + ")";
            case 10 -> code();
            case 11 -> guard(deeper);
            default -> list(deeper);
        };
    }

    private String element() {
        return inList ? pick("c.daughter", "has(c.died)") : "person.married";
    }

    /** A fact that may be absent, asked for before it is used. */
    private String guard(int depth) {
        String fact = inList && random.nextBoolean() ? "c.died" : pick("person.died", "person.income");
        if (guarded.contains(fact)) {
            return bool(depth);
        }
        String without = bool(depth);
        guarded.add(fact);
        String with = bool(depth);
        guarded.remove(fact);
        return switch (random.nextInt(3)) {
            case 0 -> "(has(%s) && %s)".formatted(fact, with);
            case 1 -> "(!has(%s) || %s)".formatted(fact, with);
            default -> "(has(%s) ? %s : %s)".formatted(fact, with, without);
        };
    }

    private String list(int depth) {
        if (inList) {
            return bool(depth);
        }
        inList = true;
        String body = bool(depth);
        inList = false;
        return switch (random.nextInt(3)) {
            case 0 -> "person.children.exists(c, " + body + ")";
            case 1 -> "person.children.all(c, " + body + ")";
            default -> "(person.children.filter(c, " + body + ").size()" + comparison() + random.nextInt(3) + ")";
        };
    }

    private String code() {
        return switch (random.nextInt(4)) {
            case 0 -> "(person.kind == \"rural\")";
            case 1 -> "(person.kind != \"urban\")";
            case 2 -> "(person.kind in [\"rural\", \"urban\"])";
            default -> "(person.kind == person.kind)";
        };
    }

    String integer(int depth) {
        if (depth <= 0) {
            return pick("person.siblings", "person.children.size()".repeat(inList ? 0 : 1), number());
        }
        int deeper = depth - 1;
        return switch (random.nextInt(12)) {
            case 0 -> "(" + integer(deeper) + " + " + integer(deeper) + ")";
            case 1 -> "(" + integer(deeper) + " - " + integer(deeper) + ")";
            case 2 -> "(" + integer(deeper) + " * " + number() + ")";
            case 3 -> "(-" + integer(deeper) + ")";
            case 4 -> "min(" + integer(deeper) + ", " + integer(deeper) + ")";
            case 5 -> "max(" + integer(deeper) + ", " + integer(deeper) + ")";
            case 6 -> "age(" + date(deeper) + ", " + date(deeper) + ")";
            case 7 -> "monthsBetween(" + date(deeper) + ", " + date(deeper) + ")";
            case 8 -> "daysBetween(" + date(deeper) + ", " + date(deeper) + ")";
            case 9 -> "monthIndex(" + date(deeper) + ")";
            case 10 -> "year(" + date(deeper) + ")";
            default -> pick("roundHalfUp", "roundDown") + "(" + integer(deeper) + ", " + (1 + random.nextInt(12)) + ")";
        };
    }

    String money(int depth) {
        if (depth <= 0) {
            return guarded.contains("person.income") ? "person.income" : "yuan(" + random.nextInt(5000) + ")";
        }
        int deeper = depth - 1;
        return switch (random.nextInt(6)) {
            case 0 -> "(" + money(deeper) + " + " + money(deeper) + ")";
            case 1 -> "(" + money(deeper) + " - " + money(deeper) + ")";
            case 2 -> "(" + money(deeper) + " * " + number() + ")";
            case 3 -> "(" + number() + " * " + money(deeper) + ")";
            case 4 -> pick("min", "max", "topUp") + "(" + money(deeper) + ", " + money(deeper) + ")";
            default -> pick("roundHalfUp", "roundDown") + "(" + money(deeper) + ", " + (1 + random.nextInt(12)) + ")";
        };
    }

    private String date(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            String other = date(depth - 1);
            return switch (random.nextInt(3)) {
                case 0 -> pick("min", "max") + "(" + date(depth - 1) + ", " + other + ")";
                case 1 -> "dayInMonth(monthIndex(" + other + ") + " + number() + ", " + (random.nextInt(40) - 3) + ")";
                default -> "(" + bool(depth - 1) + " ? " + date(depth - 1) + " : " + other + ")";
            };
        }
        List<String> choices = new ArrayList<>(List.of("person.born", "on", "period.start", "period.end"));
        choices.add("date(\"" + DATES.get(random.nextInt(DATES.size())) + "\")");
        guarded.stream().filter(fact -> fact.endsWith("died")).forEach(choices::add);
        if (inList) {
            choices.add("c.born");
        }
        return choices.get(random.nextInt(choices.size()));
    }

    private String area() {
        return pick("person.hukou", "region", "area(\"" + AREAS.get(random.nextInt(AREAS.size())) + "\")");
    }

    private String number() {
        return Integer.toString(random.nextInt(25));
    }

    private String comparison() {
        return pick(" < ", " <= ", " > ", " >= ", " == ", " != ");
    }

    private String pick(String... choices) {
        List<String> real = Stream.of(choices).filter(each -> !each.isEmpty()).toList();
        return real.get(random.nextInt(real.size()));
    }
}
