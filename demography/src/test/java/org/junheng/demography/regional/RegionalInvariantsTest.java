package org.junheng.demography.regional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.projection.Components;
import org.junheng.demography.projection.MigrationTiming;
import org.junheng.demography.projection.Projection;
import org.junheng.demography.regional.Provinces.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionalInvariantsTest {

    @ParameterizedTest
    @CsvSource({"1,POOL", "2,FLOWS", "3,POOL", "4,FLOWS"})
    void moving_between_regions_changes_the_province_in_no_age_and_sex(long seed, Kind kind) {
        RegionalModel moving = Provinces.random(seed, 17, kind);
        RegionalModel still = firstYearOf(moving, new Movement.None());
        double[] with = Provinces.sum(
                Provinces.end(firstYearOf(moving, moving.years().getFirst().movement())));
        double[] without = Provinces.sum(Provinces.end(still));
        for (int cell = 0; cell < with.length; cell++) {
            assertThat(Math.abs(with[cell] - without[cell])).isLessThanOrEqualTo(1e-9 * Math.max(1, without[cell]));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void ninety_regions_with_equal_rates_are_one_region(Kind kind) {
        SplittableRandom random = new SplittableRandom(90);
        Layout one = new Layout(1, Provinces.AGES);
        Layout many = new Layout(90, Provinces.AGES);
        double[] fertility =
                Provinces.random(5, 1, Kind.NONE).years().getFirst().fertility()[0][0];
        double[][] base = many.empty();
        for (double[] row : base) {
            for (int cell = 0; cell < 2 * Provinces.AGES; cell++) {
                row[cell] = 100 * random.nextDouble();
            }
        }
        Movement movement = equalLeaving(Provinces.movement(random, many, kind));
        double[][] rates = new double[90][];
        Arrays.fill(rates, fertility);
        double[] levels = new double[90];
        Arrays.fill(levels, 1);
        RegionalModel regions = Provinces.of(many, base, levels, rates, movement);
        RegionalModel whole = Provinces.of(
                one,
                new double[][] {Provinces.sum(base)},
                new double[] {1},
                new double[][] {fertility},
                new Movement.None());

        double[] parts = Provinces.sum(Provinces.end(regions));
        double[] all = Provinces.end(whole)[0];

        for (int cell = 0; cell < all.length; cell++) {
            assertThat(Math.abs(parts[cell] - all[cell])).isLessThanOrEqualTo(1e-12 * Math.max(1, all[cell]));
        }
    }

    @Test
    void one_region_is_the_united_nations_step_with_migration_at_the_end() {
        RegionalModel model = Provinces.random(6, 1, Kind.NONE);
        Layout layout = model.layout();
        double[][] external = layout.empty();
        for (int cell = 0; cell < 2 * Provinces.AGES; cell++) {
            external[0][cell] = 10 + cell % 7;
        }
        RegionalYear year = model.years().getFirst();
        RegionalModel open = new RegionalModel(
                layout,
                model.base(),
                new double[] {1},
                Collections.nCopies(
                        Provinces.YEARS,
                        new RegionalYear(year.survival(), year.fertility()[0], 1.08, new Movement.None(), external)));
        Components components = new Components(
                1, bySex(layout, year.survival()), year.fertility()[0][0], 1.08, bySex(layout, external[0]));

        BySex expected = Projection.run(
                        bySex(layout, model.base()[0]),
                        Collections.nCopies(Provinces.YEARS, components),
                        MigrationTiming.END)
                .last();

        BySex actual = bySex(layout, Provinces.end(open)[0]);
        for (Sex sex : Sex.values()) {
            for (int age = 0; age < Provinces.AGES; age++) {
                assertThat(actual.of(sex)[age] / expected.of(sex)[age]).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void without_rates_people_only_grow_older() {
        Layout layout = new Layout(3, Provinces.AGES);
        double[] immortal = new double[layout.rowLength()];
        Arrays.fill(immortal, 1);
        RegionalModel random = Provinces.random(7, 3, Kind.NONE);
        RegionalYear year =
                new RegionalYear(immortal, new double[3][Provinces.AGES], 1.08, new Movement.None(), layout.empty());
        double[][] end = Provinces.end(new RegionalModel(
                layout, random.base(), random.mortalityLevel(), Collections.nCopies(Provinces.YEARS, year)));
        for (int region = 0; region < 3; region++) {
            for (int age = Provinces.YEARS; age < 100; age++) {
                assertThat(end[region][age]).isEqualTo(random.base()[region][age - Provinces.YEARS]);
            }
            assertThat(Arrays.stream(end[region], 0, Provinces.YEARS).sum()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_base_twice_as_large_gives_a_result_twice_as_large(Kind kind) {
        RegionalModel model = Provinces.random(8, 9, kind);
        double[][] doubled = Arrays.stream(model.base())
                .map(row -> Arrays.stream(row).map(v -> 2 * v).toArray())
                .toArray(double[][]::new);
        double[][] end = Provinces.end(model);
        double[][] twice =
                Provinces.end(new RegionalModel(model.layout(), doubled, model.mortalityLevel(), model.years()));
        for (int region = 0; region < 9; region++) {
            for (int cell = 0; cell < end[region].length; cell++) {
                assertThat(twice[region][cell]).isEqualTo(2 * end[region][cell]);
            }
        }
    }

    @Test
    void a_region_split_in_two_with_equal_rates_changes_nothing() {
        RegionalModel whole = Provinces.random(9, 4, Kind.POOL);
        Movement.Pool pool = (Movement.Pool) whole.years().getFirst().movement();
        double[][] split = Provinces.end(Provinces.of(
                new Layout(5, Provinces.AGES),
                halves(whole.base(), 0.5),
                new double[] {
                    whole.mortalityLevel()[0],
                    whole.mortalityLevel()[1],
                    whole.mortalityLevel()[2],
                    whole.mortalityLevel()[3],
                    whole.mortalityLevel()[3]
                },
                halves(whole.years().getFirst().fertility()[0], 1),
                new Movement.Pool(halves(pool.leaving(), 1), halves(pool.arriving(), 0.5))));
        double[][] end = Provinces.end(whole);
        for (int cell = 0; cell < 2 * Provinces.AGES; cell++) {
            assertThat((split[3][cell] + split[4][cell]) / end[3][cell]).isCloseTo(1, within(1e-12));
            assertThat(split[0][cell] / end[0][cell]).isCloseTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 12, 90})
    void vector_and_plain_loops_give_the_same_bits(int regions) {
        SplittableRandom random = new SplittableRandom(regions);
        Layout layout = new Layout(regions, Provinces.AGES);
        Movement.OriginDestination flows = (Movement.OriginDestination) Provinces.movement(random, layout, Kind.FLOWS);
        double[][] plain = layout.empty();
        double[][] vector = layout.empty();
        new PlainFlows().add(flows.leaving(), flows.destinations(), plain);
        new VectorFlows().add(flows.leaving(), flows.destinations(), vector);
        assertThat(vector).isDeepEqualTo(plain);
        assertThat(Flows.best()).isInstanceOf(VectorFlows.class);
    }

    @Test
    void shares_that_do_not_add_up_are_refused() {
        Layout layout = new Layout(2, Provinces.AGES);
        Movement pool = new Movement.Pool(layout.empty(), layout.empty());
        assertThatThrownBy(() -> Provinces.of(layout, layout.empty(), new double[] {1, 1}, new double[2][101], pool))
                .hasMessageContaining("sum to 0.0")
                .hasMessageContaining("must sum to one");
    }

    private static RegionalModel firstYearOf(RegionalModel model, Movement movement) {
        RegionalYear year = model.years().getFirst();
        RegionalYear other = new RegionalYear(
                year.survival(), year.fertility()[0], year.sexRatioAtBirth(), movement, year.external());
        return new RegionalModel(model.layout(), model.base(), model.mortalityLevel(), List.of(other));
    }

    private static Movement equalLeaving(Movement movement) {
        double[][] leaving = switch (movement) {
            case Movement.None none -> new double[0][];
            case Movement.Pool pool -> pool.leaving();
            case Movement.OriginDestination flows -> flows.leaving();
        };
        for (int region = 1; region < leaving.length; region++) {
            System.arraycopy(leaving[0], 0, leaving[region], 0, leaving[0].length);
        }
        return movement;
    }

    private static double[][] halves(double[][] rows, double share) {
        double[][] five = new double[5][];
        for (int i = 0; i < 5; i++) {
            double factor = i >= 3 ? share : 1;
            five[i] = Arrays.stream(rows[Math.min(i, 3)]).map(v -> factor * v).toArray();
        }
        return five;
    }

    private static BySex bySex(Layout layout, double[] row) {
        return new BySex(
                Arrays.copyOfRange(row, 0, layout.ages()), Arrays.copyOfRange(row, layout.ages(), 2 * layout.ages()));
    }
}
