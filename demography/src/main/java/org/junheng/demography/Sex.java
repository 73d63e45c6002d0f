package org.junheng.demography;

/** The sex of a population, in the order in which every array by sex is laid out: males first. */
public enum Sex {
    MALE,
    FEMALE
}
