package org.junheng.demography.consequences;

/**
 * What births need of hospitals.
 *
 * @param stay mean days a mother stays
 * @param occupancy share of the year a bed is in use; below one, because births do not come evenly
 * @param birthsPerStaff births a year one obstetrician or midwife attends
 */
public record Maternity(double stay, double occupancy, double birthsPerStaff) {

    private static final double DAYS = 365.25;

    public Maternity {
        if (!(stay > 0 && occupancy > 0 && occupancy <= 1 && birthsPerStaff > 0)) {
            throw new IllegalArgumentException(
                    "stay %s days, occupancy %s, %s births per staff: all above zero, occupancy up to 1"
                            .formatted(stay, occupancy, birthsPerStaff));
        }
    }

    /** Beds for so many births a year. */
    public double beds(double births) {
        return births * stay / (DAYS * occupancy);
    }

    /** Obstetric staff for so many births a year. */
    public double staff(double births) {
        return births / birthsPerStaff;
    }
}
