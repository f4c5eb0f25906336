package io.github.ecsdiscovery.generator.model.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of text values in a config. Where AWS restricts a value, the format follows the AWS API reference. */
public enum Format {
    TEXT("[\\s\\S]*", "a text"),
    LABEL_40(
            "[a-z]([a-z0-9-]{0,38}[a-z0-9])?",
            "up to 40 lowercase letters, digits and `-`, starting with a letter and not ending with `-`"),
    LABEL_50(
            "[a-z]([a-z0-9-]{0,48}[a-z0-9])?",
            "up to 50 lowercase letters, digits and `-`, starting with a letter and not ending with `-`"),
    PORT_NAME(
            "[a-z]([a-z0-9-]{0,18}[a-z0-9])?",
            "up to 20 lowercase letters, digits and `-`, starting with a letter and not ending with `-`"),
    ALIAS("[A-Za-z][A-Za-z0-9-]{0,49}", "up to 50 letters, digits and `-`, starting with a letter"),
    CALL(
            "[a-z]([a-z0-9-]{0,48}[a-z0-9])?(:[a-z]([a-z0-9-]{0,18}[a-z0-9])?)?",
            "a service such as `orders`, or a service and one of its port names, such as `orders:admin`"),
    REGION("[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}", "a Region such as `eu-west-1`"),
    REGISTRY("(\\$\\{AWS::[A-Za-z]+\\}|[A-Za-z0-9._:/-]){1,200}", "a registry host and path, such as `ghcr.io/acme`"),
    IMAGE("(\\$\\{AWS::[A-Za-z]+\\}|[A-Za-z0-9._:/@-]){1,400}", "an image, such as `ghcr.io/acme/orders:1.4`"),
    IMAGE_TAG("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}", "an image tag: up to 128 letters, digits, `_`, `.` and `-`"),
    CIDR(Part.CIDR, "an IPv4 CIDR such as `10.0.0.0/16`"),
    PORT(
            Part.TO_65535 + "(/(http|tcp|grpc|udp))?",
            "a port from 1 to 65535, such as `8080`, `6379/tcp`, `50051/grpc` or `53/udp`"),
    SOURCE(
            Part.CIDR + "|(sg|pl)-[0-9a-f]{8,17}",
            "an IPv4 CIDR such as `10.0.0.0/16`, a security group id `sg-…` or a prefix list id `pl-…`"),
    ZONE_POSITION("[1-6]", "a position from 1 to 6"),
    ZONE_ID("[a-z]{3,4}[0-9]+-az[0-9]+", "a zone id such as `apne1-az4`"),
    STACK("[A-Za-z][A-Za-z0-9-]{0,127}", "a stack name: up to 128 letters, digits and `-`, starting with a letter"),
    NAMESPACE(
            "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*",
            "a lowercase domain name such as `shop.internal`"),
    NAMESPACE_ID("ns-[a-z0-9]{1,60}", "a namespace id `ns-…`"),
    VPC_ID("vpc-[0-9a-f]{8,17}", "a VPC id `vpc-…`"),
    SUBNET_ID("subnet-[0-9a-f]{8,17}", "a subnet id `subnet-…`"),
    AWS_SERVICE(
            "(?!(none|gateway|com[.-].*)$)(?=.{1,60}$)[a-z][a-z0-9]*([.-][a-z0-9]+)*",
            "`all` or an AWS service as named at the end of its endpoint name, such as `secretsmanager` or `ecr.api`"),
    CLUSTER("[A-Za-z0-9_-]{1,255}", "a cluster name: up to 255 letters, digits, `_` and `-`"),
    VARIABLE("[^=\\s\\p{Z}]{1,255}", "a variable name of up to 255 characters, without `=` and whitespace"),
    USER(
            "[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,62})?",
            "a user such as `10001`, or a user and a group such as `10001:10001`"),
    COMMAND("[\\s\\S]*[^\\s\\p{Z}][\\s\\S]*", "a command"),
    ABSOLUTE_PATH("/[^:\\s\\p{Z}]{0,254}", "an absolute path such as `/tmp`"),
    TAG_KEY(
            "(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}",
            "up to 128 letters, digits, spaces and `_.:/=+-@`, not starting with `aws:`"),
    TAG_VALUE(
            "(\\$\\{AWS::(AccountId|Partition|Region|StackId|StackName|URLSuffix)\\}|[\\p{L}\\p{Z}\\p{N}_.:/=+@-]){0,256}",
            "up to 256 letters, digits, spaces and `_.:/=+-@`"),
    POLICY_ARN(
            "arn:(aws[a-z-]*|\\$\\{AWS::Partition\\}):iam::(aws|[0-9]{12}|\\$\\{AWS::AccountId\\}):policy/[A-Za-z0-9+=,.@_/-]{1,500}",
            "the ARN of a managed policy, such as `arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess`"),
    SECRET(
            Part.arn("secretsmanager") + "secret:" + Part.SECRET_NAME + "|" + Part.SECRET_NAME,
            "the name or ARN of a secret, such as `shop/db`, without the `:key:stage:version` suffix of ECS"),
    PARAMETER(
            Part.arn("ssm") + "parameter" + Part.PARAMETER_PATH + "|(?=.{1,1011}$)(" + Part.PARAMETER_PATH + "|"
                    + Part.PARAMETER_WORD + ")",
            "the name or ARN of a parameter, such as `/shop/token`; a name has up to 15 parts, each with a leading `/`"),
    JSON_KEY("[^:\\s\\p{Z}]{1,255}", "a key of the secret's JSON, without `:` and whitespace"),
    KMS_KEY(
            Part.arn("kms") + "key/[A-Za-z0-9-]{1,64}",
            "the ARN of a KMS key, not of an alias, such as `arn:aws:kms:eu-west-1:111122223333:key/mrk-0123`"),
    STATEMENT_ID("[A-Za-z0-9]{1,64}", "up to 64 letters and digits"),
    CONDITION(
            "[A-Za-z][A-Za-z0-9:/._${}@+=-]{0,199}",
            "a condition operator or key, such as `StringEquals` or `aws:SourceVpc`"),
    CERTIFICATE_ARN(
            "arn:aws[a-z-]*:acm:[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}",
            "the ARN of an ACM certificate, such as `arn:aws:acm:eu-west-1:123456789012:certificate/…`"),
    HOST(Part.HOST, "a lowercase domain name such as `shop.example.com`"),
    HOST_PATTERN(
            "(?=.{1,128}$)(\\*\\.)?" + Part.LABELS,
            "a lowercase host name such as `shop.example.com` or `*.example.com`"),
    HOSTED_ZONE("Z[A-Z0-9]{1,31}", "a hosted zone id `Z…`"),
    HTTP_PATH(
            "/|(?=.{1,126}$)(/[A-Za-z0-9_.~$@:+-]+){1,8}",
            "a path such as `/shop`: up to 8 parts and 126 characters, without `*` and without a trailing slash"),
    HEALTH_PATH("/[!-~]{0,1023}", "a path such as `/health/ready`"),
    STATUS_CODES(
            "[2-4][0-9]{2}(-[2-4][0-9]{2})?(,[2-4][0-9]{2}(-[2-4][0-9]{2})?){0,10}",
            "status codes from 200 to 499, such as `200`, `200,204` or `200-299`"),
    ALARM_NAME(
            "[^\\p{Cc}\\p{Z}]([^\\p{Cc}]{0,253}[^\\p{Cc}\\p{Z}])?",
            "an alarm name of up to 255 characters, without leading or trailing spaces"),
    TOPIC_ARN(
            Part.arn("sns") + "[A-Za-z0-9_-]{1,256}",
            "the ARN of an SNS topic, such as `arn:aws:sns:eu-west-1:111122223333:alarms`"),
    PROBLEM_ID("[a-z0-9-]{1,80}", "a warning id such as `no-health-check`"),
    ;

    private final String regex;
    private final String expected;

    // Compiled on first use: a run needs few of them.
    @SuppressWarnings("ImmutableEnumChecker")
    private @Nullable Pattern pattern;

    Format(String regex, String expected) {
        this.regex = regex;
        this.expected = expected;
    }

    /** Returns the regular expression that the whole text must match; the JSON Schema contains it too. */
    public String regex() {
        return regex;
    }

    /** Returns a phrase that follows the word {@code expected} in messages. */
    public String expected() {
        return expected;
    }

    /** Returns whether the whole text matches. */
    public boolean matches(String text) {
        if (this == TEXT) {
            return true;
        }
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(regex);
            pattern = compiled;
        }
        return compiled.matcher(text).matches();
    }

    /** Returns the text with lowercase letters and with `-` for underscores, dots and spaces, if that makes it match. */
    public Optional<String> repaired(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String candidate = matches(lower) ? lower : lower.replaceAll("[_. ]+", "-");
        return candidate.equals(text) || !matches(candidate) ? Optional.empty() : Optional.of(candidate);
    }

    /** Patterns that several formats share. */
    private static final class Part {
        private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
        private static final String CIDR = OCTET + "(\\." + OCTET + "){3}/(3[0-2]|[12]?[0-9])";
        private static final String TO_65535 =
                "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

        /** The last label starts with a letter; otherwise this would match IP addresses and numbers. */
        private static final String LABELS = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

        /** ACM limits the first domain name of a certificate to 64 characters. */
        private static final String HOST = "(?=.{1,64}$)" + LABELS;

        private static final String PSEUDO = "\\$\\{AWS::(AccountId|Partition|Region|StackName|URLSuffix)\\}";
        private static final String SECRET_NAME = "(" + PSEUDO + "|[A-Za-z0-9/_+=.@-]){1,512}";
        private static final String PARAMETER_WORD = "(" + PSEUDO + "|[A-Za-z0-9_.-])+";
        private static final String PARAMETER_PATH = "(/" + PARAMETER_WORD + "){1,15}";

        private Part() {}

        /** Returns the pattern of the beginning of an ARN, up to and including the account. */
        private static String arn(String service) {
            return "arn:(aws[a-z-]*|\\$\\{AWS::Partition\\}):" + service
                    + ":([a-z0-9-]{1,32}|\\$\\{AWS::Region\\}):([0-9]{12}|\\$\\{AWS::AccountId\\}):";
        }
    }
}
