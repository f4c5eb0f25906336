package io.github.ecsdiscovery.generator.stack.value;

/** A part of AWS that has accounts, ARNs and a domain of its own. */
public enum Partition {
    AWS("aws", "amazonaws.com"),
    CHINA("aws-cn", "amazonaws.com.cn"),
    GOV("aws-us-gov", "amazonaws.com"),
    EUSC("aws-eusc", "amazonaws.eu"),
    ISO("aws-iso", "c2s.ic.gov"),
    ISO_B("aws-iso-b", "sc2s.sgov.gov"),
    ISO_E("aws-iso-e", "cloud.adc-e.uk"),
    ISO_F("aws-iso-f", "csp.hci.ic.gov");

    private final String word;
    private final String suffix;

    Partition(String word, String suffix) {
        this.word = word;
        this.suffix = suffix;
    }

    /** The partition that a Region is in. */
    public static Partition of(String region) {
        if (region.startsWith("cn-")) {
            return CHINA;
        }
        return region.startsWith("eusc-") ? EUSC : region.startsWith("us-gov-") ? GOV : isolated(region);
    }

    private static Partition isolated(String region) {
        return switch (region.split("-", -1)[1]) {
            case "iso" -> ISO;
            case "isob" -> ISO_B;
            case "isoe" -> ISO_E;
            case "isof" -> ISO_F;
            default -> AWS;
        };
    }

    /** What ARNs name it, and {@code AWS::Partition} gives. */
    public String word() {
        return word;
    }

    /** The domain that its services are under, as {@code AWS::URLSuffix} gives it. */
    public String suffix() {
        return suffix;
    }
}
