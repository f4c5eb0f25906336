package io.github.ecsdiscovery.generator.stack.value;

/** A partition of AWS, with its own accounts, ARNs and domain. */
public enum Partition {
    AWS("aws", "amazonaws.com"),
    CHINA("aws-cn", "amazonaws.com.cn"),
    GOV("aws-us-gov", "amazonaws.com"),
    EUSC("aws-eusc", "amazonaws.eu"),
    ISO("aws-iso", "c2s.ic.gov"),
    ISO_B("aws-iso-b", "sc2s.sgov.gov"),
    ISO_E("aws-iso-e", "cloud.adc-e.uk"),
    ISO_F("aws-iso-f", "csp.hci.ic.gov");

    private final String id;
    private final String suffix;

    Partition(String id, String suffix) {
        this.id = id;
        this.suffix = suffix;
    }

    /** Returns the partition of a Region. */
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

    /** Returns the partition's name in ARNs, which is the value of {@code AWS::Partition}. */
    public String id() {
        return id;
    }

    /** Returns the domain of its services, which is the value of {@code AWS::URLSuffix}. */
    public String suffix() {
        return suffix;
    }
}
