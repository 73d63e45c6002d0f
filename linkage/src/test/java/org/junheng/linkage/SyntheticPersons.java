package org.junheng.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junheng.kernel.ResidentId;

/**
 * Families of persons who do not exist, as a register holds them, and the same persons as other offices write them
 * down, with slips of many kinds. Names, places, rates and forms of address are others than those of the reference
 * files, on which nothing here may be tuned. Same seed, same persons.
 */
final class SyntheticPersons {

    static final String HEADER = "rec_id,name,sex,dob,id_no,phone,county,address,mother_name,truth_pid";

    private static final String SURNAMES = "陈陈陈陈陈林林林王王王王吴吴吴徐徐徐胡胡张张张周周周朱朱李李金金郑郑叶叶潘毛包夏项余方沈俞章蔡卢倪姜邵孙单曾仇查华翁戴蒋邱钱楼骆施屠诸葛";
    private static final String GIVEN = """
            伟杰涛波斌鹏飞辉勇军建国平明亮超俊峰海洋东升华林森文武志强成功德福寿康宁安泰和顺祥瑞云龙凤鸣春夏秋冬晨曦阳光月星辰雨雪霜露江河湖山川石金银铜铁\
            玉珍珠宝贵荣发财源广进大中小微乐欢喜悦笑颜娜婷婉仪静雅洁莹晶丽美艳芳芬兰梅竹菊莲荷桂香蓉萍蕾薇茜莎莉红青紫翠蓝丹彤虹霞彩绮素敏慧聪颖思想念怡情爱\
            仁义礼智信忠孝廉勤俭嘉欣梓涵子轩浩宇一诺沐依若汐可馨诗琪雨桐奕辰佳豪博文俊哲铭泽皓然天佑景行书瑶语嫣熙媛君豪睿渊承恩远帆启航""";
    private static final String[] ROADS = {"人民", "解放", "中山", "建设", "瓯江", "新城", "府前", "环城", "车站", "学院", "环山", "滨海"};
    private static final String[] VILLAGES = {
        "上垟", "下垟", "岭头", "坑口", "溪东", "溪西", "洋边", "横山", "大安", "仕阳", "泗溪", "筱村", "雅阳", "彭溪", "司前", "竹里"
    };
    private static final String[] TOWNS = {"罗阳", "百丈", "三魁", "凤垟", "西旸", "包垟", "大峃", "玉壶", "南田", "珊溪"};
    private static final String[][] ALIKE = {
        {"晨", "辰"},
        {"雪", "雷"},
        {"日", "目"},
        {"未", "末"},
        {"怡", "恰"},
        {"铭", "铬"},
        {"芬", "芳"},
        {"蓝", "篮"},
        {"桐", "铜"},
        {"洋", "详"}
    };

    private final Random random;
    private final double slips;
    private int next;
    private final Map<String, List<Character>> sounds = new HashMap<>();

    /** @param slips how much more often than usual other offices make slips; 1 is usual */
    SyntheticPersons(long seed, double slips) {
        this.random = new Random(seed);
        this.slips = slips;
        for (char c : GIVEN.toCharArray()) {
            sounds.computeIfAbsent(Pinyin.readings(c).getFirst(), k -> new ArrayList<>())
                    .add(c);
        }
    }

    /**
     * Somebody.
     *
     * @param twin the other one's number, 0 for almost everybody
     */
    record Person(
            int pid,
            String name,
            String sex,
            LocalDate born,
            String number,
            String phone,
            String county,
            String address,
            String mother,
            String mothersNumber,
            int twin) {

        String row(String id) {
            return String.join(
                    ",", id, name, sex, born.toString(), number, phone, county, address, mother, Integer.toString(pid));
        }
    }

    /** A register of at least so many persons, family by family. */
    List<Person> register(int persons) {
        List<Person> register = new ArrayList<>(persons + 8);
        while (register.size() < persons) {
            family(register);
        }
        return register;
    }

    private void family(List<Person> into) {
        String county = String.valueOf(330100 + 100 * random.nextInt(11) + 2 + random.nextInt(12));
        String address = address();
        String phone = random.nextInt(10) < 8 ? phone() : "";
        LocalDate wedding = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(18_000));
        String fatherName = surname() + given(2);
        Person mother = person(
                surname() + given(0),
                "2",
                wedding.minusDays(7_000 + random.nextInt(4_000)),
                county,
                phone,
                address,
                "",
                "",
                0);
        into.add(person(
                fatherName, "1", wedding.minusDays(7_500 + random.nextInt(4_000)), county, phone, address, "", "", 0));
        into.add(mother);
        String surname = fatherName.substring(0, fatherName.startsWith("诸葛") ? 2 : 1);
        String generation = String.valueOf(given());
        LocalDate birth = wedding.plusDays(300 + random.nextInt(700));
        for (int child = random.nextInt(4); child > 0 && birth.isBefore(LocalDate.of(2025, 12, 1)); child--) {
            boolean isTwins = random.nextInt(40) == 0;
            String sex = random.nextInt(100) < 52 ? "1" : "2";
            Person first = child(surname, generation, sex, birth, mother, 0);
            into.add(first);
            if (isTwins) {
                String second = random.nextInt(3) == 0 ? (sex.equals("1") ? "2" : "1") : sex;
                into.set(into.size() - 1, withTwin(first, next));
                into.add(child(surname, generation, second, birth, mother, first.pid));
            }
            birth = birth.plusDays(400 + random.nextInt(2_000));
        }
    }

    private Person child(String surname, String generation, String sex, LocalDate birth, Person mother, int twin) {
        String name = surname + (random.nextInt(10) < 6 ? generation + given() : given(0));
        String phone = random.nextBoolean() ? mother.phone : phone();
        return person(name, sex, birth, mother.county, phone, mother.address, mother.name, mother.number, twin);
    }

    private static Person withTwin(Person p, int twin) {
        return new Person(
                p.pid, p.name, p.sex, p.born, p.number, p.phone, p.county, p.address, p.mother, p.mothersNumber, twin);
    }

    private Person person(
            String name,
            String sex,
            LocalDate born,
            String county,
            String phone,
            String address,
            String mother,
            String mothersNumber,
            int twin) {
        int sequence = random.nextInt(490) * 2 + (sex.equals("1") ? 1 : 2);
        String area = random.nextInt(10) < 8 ? county : String.valueOf(340100 + random.nextInt(5000));
        String number =
                ResidentId.compose(Integer.parseInt(area), born, sequence).value();
        return new Person(next++, name, sex, born, number, phone, county, address, mother, mothersNumber, twin);
    }

    private String surname() {
        int at = random.nextInt(SURNAMES.length() - 1);
        String surname = SURNAMES.substring(at, at + 1);
        return surname.equals("诸") ? "诸葛" : surname.equals("葛") ? "葛" : surname;
    }

    private char given() {
        return GIVEN.charAt((int) (GIVEN.length() * Math.pow(random.nextDouble(), 1.6)));
    }

    /** Two characters four times of five where not told otherwise. */
    private String given(int length) {
        int characters = length > 0 ? length : random.nextInt(5) == 0 ? 1 : 2;
        return characters == 1 ? "" + given() : "" + given() + given();
    }

    private String phone() {
        return "1%d%09d".formatted(3 + random.nextInt(7), random.nextInt(1_000_000_000));
    }

    private String address() {
        return random.nextBoolean()
                ? "%s镇%s村%d号".formatted(any(TOWNS), any(VILLAGES), 1 + random.nextInt(300))
                : "%s路%d弄%d号楼%d0%d室"
                        .formatted(
                                any(ROADS),
                                1 + random.nextInt(900),
                                1 + random.nextInt(30),
                                1 + random.nextInt(28),
                                1 + random.nextInt(6));
    }

    private String any(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private boolean happens(double rate) {
        return random.nextDouble() < rate * slips;
    }

    /** The person as another office writes them down. */
    Person written(Person p) {
        boolean isNewborn = p.born.getYear() >= 2025 && !p.mother.isEmpty() && random.nextInt(3) == 0;
        String name = isNewborn ? p.mother + (p.sex.equals("1") ? "之子" : "之女") : name(p.name);
        boolean moved = happens(.12);
        String address = happens(.06) ? "" : moved ? address() : spelling(p.address);
        String county =
                moved && random.nextBoolean() ? String.valueOf(330100 + 100 * random.nextInt(11) + 3) : p.county;
        String phone = random.nextInt(10) < 4 ? "" : random.nextInt(10) < 3 ? phone() : p.phone;
        String mother = random.nextInt(10) < 5 ? "" : p.mother;
        String sex = happens(.02) ? "" : happens(.004) ? (p.sex.equals("1") ? "2" : "1") : p.sex;
        Person plain = new Person(
                p.pid,
                name,
                sex,
                p.born,
                isNewborn ? "" : number(p),
                phone,
                county,
                address,
                mother,
                p.mothersNumber,
                p.twin);
        return plain;
    }

    /** The row of a person as another office writes it. */
    String writtenRow(String id, Person p) {
        Person w = written(p);
        return String.join(
                ",",
                id,
                w.name,
                w.sex,
                born(p.born),
                w.number,
                w.phone,
                w.county,
                w.address,
                w.mother,
                Integer.toString(p.pid));
    }

    private String name(String name) {
        int last = name.length() - 1;
        String head = name.substring(0, last);
        char c = name.charAt(last);
        double kind = random.nextDouble() / slips;
        if (kind < .02) {
            List<Character> same = sounds.getOrDefault(Pinyin.readings(c).getFirst(), List.of(c));
            return head + same.get(random.nextInt(same.size()));
        } else if (kind < .03) {
            return Pinyin.surname(name).toUpperCase() + " "
                    + Pinyin.name(name).substring(Pinyin.surname(name).length()).toUpperCase();
        } else if (kind < .035) {
            return name.replace("陈", "陳").replace("张", "張").replace("华", "華").replace("国", "國");
        } else if (kind < .043) {
            return alike(name);
        } else if (kind < .048) {
            return head + "*";
        } else if (kind < .052) {
            return name.charAt(0) + surname() + given(1);
        } else if (kind < .057 && last > 1) {
            return name.substring(0, 1) + c + name.substring(1, last);
        } else if (kind < .062 && last > 1) {
            return head;
        }
        return kind < .067 ? name.charAt(0) + " " + name.substring(1) : name;
    }

    private static String alike(String name) {
        for (String[] two : ALIKE) {
            if (name.contains(two[0])) {
                return name.replace(two[0], two[1]);
            }
        }
        return name;
    }

    private static String spelling(String address) {
        return switch (Math.floorMod(address.hashCode(), 3)) {
            case 0 -> address.replace("号楼", "-").replace("弄", "弄").replace("室", "");
            case 1 -> address.replace("镇", "").replace("路", "");
            default -> address;
        };
    }

    private String born(LocalDate born) {
        double kind = random.nextDouble() / slips;
        if (kind < .012) {
            return "";
        } else if (kind < .024 && born.getYear() > 1930) {
            int lunar = LunarDate.of(born);
            return "%04d-%02d-%02d".formatted(lunar / 10_000, lunar / 100 % 100, Math.min(28, lunar % 100));
        } else if (kind < .030) {
            return born.plusYears(random.nextBoolean() ? 1 : -1).toString();
        } else if (kind < .034) {
            return born.withDayOfYear(1).toString();
        } else if (kind < .040 && born.getDayOfMonth() <= 12) {
            return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
                    .toString();
        }
        return kind < .046 ? born.withDayOfMonth(1 + random.nextInt(28)).toString() : born.toString();
    }

    private String number(Person p) {
        double kind = random.nextDouble();
        if (kind < .18) {
            return "";
        } else if (kind < .22 && p.born.getYear() < 1999) {
            return p.number.substring(0, 6) + p.number.substring(8, 17);
        } else if (kind < .25) {
            int at = random.nextInt(17);
            return p.number.substring(0, at) + random.nextInt(10) + p.number.substring(at + 1);
        } else if (kind < .27) {
            int at = 6 + random.nextInt(10);
            return p.number.substring(0, at)
                    + p.number.charAt(at + 1)
                    + p.number.charAt(at)
                    + p.number.substring(at + 2);
        } else if (kind < .275) {
            return "330000000000000000";
        }
        return kind < .28 && !p.mothersNumber.isEmpty() ? p.mothersNumber : p.number;
    }
}
