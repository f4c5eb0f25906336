#!/bin/sh
# Usage: ./deploy.sh [-e ENVIRONMENT] [--yes] [--no-build]
#
# Makes the repository and the image, shows what would change in the stack, and changes it.
#
#   -e, --environment ENVIRONMENT  deploy this one of the config's `environments`
#   -y, --yes                      ask nothing; without a terminal nothing is changed unless this is given
#       --no-build                 take what the last `mvn package` has left in target/
#
# README.md says what it needs, and what to do when it fails.

set -eu

# How the project is wired. `service` is empty where the config is this project's own; where several projects share one,
# such as ../config.yaml, it is the service that this project is.
config=${DEPLOY_CONFIG:-config.yaml}
service=${DEPLOY_SERVICE-}
# A bucket in the stack's Region, for templates beyond 51,200 bytes.
bucket=${DEPLOY_BUCKET-}
# The registry that the image is pushed to and run from; empty is the account's own.
registry=${DEPLOY_REGISTRY-}

generator=target/ecs-discovery/generator.jar
work=target/ecs-discovery/deploy
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
environment='' yes=false build=true missing=''

# The head of this file.
usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }

step() { printf '\n==> %s\n' "$*"; }

run() {
  printf '$ %s\n' "$*"
  "$@"
}

give_up() {
  printf '\ndeploy.sh: %s\n' "$*" >&2
  exit 1
}

# Whether the user agrees. Without a terminal to ask on, nobody does.
agreed() {
  $yes && return
  if ! [ -t 0 ]; then
    echo "There is no terminal to ask on: --yes goes on without asking."
    return 1
  fi
  printf '%s [y/N] ' "$1"
  read -r answer || answer=
  printf '%s\n' "$answer" | grep -qixE 'y|yes'
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      -e | --environment)
        [ $# -gt 1 ] || give_up "$1 wants the name of an environment"
        environment=$2 && shift ;;
      -y | --yes) yes=true ;;
      --no-build) build=false ;;
      -h | --help) usage && exit ;;
      *) usage >&2 && exit 2 ;;
    esac
    shift
  done
}

# ---- What has to be there ----

# lacks WHAT ADVICE
lacks() {
  missing="$missing
  $1: $2"
}

needs() { command -v "$1" >/dev/null 2>&1 || lacks "$1" "$2"; }

check_tools() {
  needs "$java" "a JDK, 17 or newer; https://adoptium.net has one for every system"
  ! $build || needs mvn "Maven, 3.8.6 or newer; https://maven.apache.org/install.html"
  needs git "https://git-scm.com/downloads"
  needs aws "the AWS CLI; https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
  needs docker "Docker with buildx; https://docs.docker.com/get-started/get-docker/"
  if command -v docker >/dev/null 2>&1; then
    docker buildx version >/dev/null 2>&1 \
      || lacks "docker buildx" "the plugin (Debian: docker-buildx); https://docs.docker.com/build/install-buildx/"
    docker version >/dev/null 2>&1 \
      || lacks docker "it is installed, but its engine does not answer; start it, or be in the group that may ask it"
  fi
  [ -z "$missing" ] || give_up "this is missing, or cannot be used:$missing"
  [ -f "$config" ] || give_up "there is no $config"
}

build() {
  if $build; then
    step "Build"
    run mvn -q -B -ntp package
  fi
  [ -f "$generator" ] || give_up "there is no $generator: \`mvn package\` makes it"
  rm -rf "$work"
  mkdir -p "$work"
}

# ---- What the generator says ----

# generate COMMAND FILE [OPTION...]: renders the config with this project's tag; what is told besides goes to $work/told.
generate() {
  command=$1 file=$2
  shift 2
  set -- "$command" "$config" -o "$work/$file" --set "${service:+services.$service.}tag=$tag" "$@"
  [ -z "$environment" ] || set -- "$@" -e "$environment"
  "$java" -jar "$generator" "$@" 2>"$work/told" && return
  cat "$work/told" >&2
  [ -z "$service" ] || echo "
If $config does not have this service yet:
  java -jar $generator add $config $service --port 8080" >&2
  exit 1
}

# What follows `aws cloudformation deploy` in the line that the generator printed. No word of it needs quotes.
deploy_line() { sed -n 's/^  aws cloudformation deploy //p' "$work/told"; }

# option NAME LINE: the value of an option, or nothing.
option() { printf '%s\n' "$2" | sed -n "s/.*--$1 \([^ ]*\).*/\1/p"; }

# The commit that last changed this folder. What is not committed, and what no repository knows, has a tag of its own.
choose_tag() {
  now=$(date -u +%Y%m%dT%H%M%SZ)
  tag=$(git log -1 --format=%h --abbrev=12 -- . 2>"$work/error" || true)
  if [ -z "$tag" ]; then
    tag=$now
  elif [ -n "$(git status --porcelain -- .)" ]; then
    tag=$tag-dirty-$now
  fi
}

# The image of this project and its platform, from the lines `docker build --platform P --tag $registry/PATH:TAG FOLDER`.
find_image() {
  generate repositories repositories.yaml
  repositories=$(deploy_line)
  repositories_stack=$(option stack-name "$repositories")
  awk -v tag=":$tag" '$1 == "docker" && $2 == "build" && substr($6, length($6) - length(tag) + 1) == tag {
    sub("^[$]registry/", "", $6); sub(tag "$", "", $6); print $6, $4 }' "$work/told" | sort -u >"$work/images"
  read -r path platform <"$work/images" \
    || give_up "no service of $config in the account's registry takes its image's tag from outside: leave \`tag\` out"
  [ "$(wc -l <"$work/images")" -eq 1 ] || give_up "the services of $config that have no tag of their own run these:
$(sed 's/^/  /' "$work/images")
One image is built here, for one platform: give the other services a \`tag\`, or all the same \`architecture\`."
  # The same sources make another image for another processor.
  [ "$platform" != linux/arm64 ] || tag=$tag-arm64
}

render() {
  step "Template"
  set --
  [ -z "$registry" ] || set -- --set "${service:+services.}${service:-defaults}.image=$registry/$path"
  generate render template.yaml "$@"
  awk '/^Deploy it/ { exit } !NF { blank = "\n" } NF { print blank $0; blank = "" }' "$work/told"
  line=$(deploy_line)
  stack=$(option stack-name "$line")
  # Parameters whose default is this project's tag. A stack keeps the values that it has unless it is told others, so the
  # projects that share it leave each other's tags as they are.
  parameters=$(awk -v tag="$tag" '
    /^[A-Z]/ { inside = $1 == "Parameters:" }
    inside && /^  [A-Za-z0-9]+:$/ { id = substr($1, 1, length($1) - 1) }
    inside && $1 == "Default:" { gsub(/\047/, "", $2); if ($2 == tag) printf " %s=%s", id, tag }' "$work/template.yaml")
  [ -z "$service" ] || [ -n "$parameters" ] || give_up "$config is shared, and has no \`tagParameters: true\`.
With it, whoever deploys one service leaves the tags of the others as they are."
  if [ -n "$(option s3-bucket "$line")" ]; then
    [ -n "$bucket" ] || give_up "CloudFormation takes a template of this size by way of a bucket alone, in the Region of the stack.
If you have none, \`aws s3 mb s3://NAME\` makes one. Then: DEPLOY_BUCKET=NAME ./deploy.sh"
    line=${line%BUCKET}$bucket
  fi
}

# ---- The account ----

find_account() {
  region=$(option region "$repositories")
  region=${region:-${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}}
  [ -n "$region" ] || give_up "no Region is set: write \`region\` into $config, or export AWS_REGION"
  export AWS_REGION="$region" AWS_DEFAULT_REGION="$region" AWS_PAGER=''
  account=$(aws sts get-caller-identity --query Account --output text) \
    || give_up "no credentials that AWS takes: \`aws configure\`, or \`aws sso login\` and AWS_PROFILE"
  step "Account $account, Region $region, $config${environment:+, environment $environment}, tag $tag"
}

# A stack that cannot be deployed to is told before anything is made for it. Its `status` is empty where there is none.
check_stack() {
  status=$(aws cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' --output text 2>"$work/error") \
    || grep -q 'does not exist' "$work/error" || give_up "$(cat "$work/error")"
  delete="aws cloudformation delete-stack --stack-name $1 --region $region"
  case $status in
    ROLLBACK_COMPLETE)
      echo "The first deployment of the stack $1 failed, and what is left of it (ROLLBACK_COMPLETE) has to go first."
      agreed "Delete it?" || give_up "nothing was changed. To delete it: $delete"
      run aws cloudformation delete-stack --stack-name "$1"
      run aws cloudformation wait stack-delete-complete --stack-name "$1"
      status= ;;
    CREATE_FAILED | ROLLBACK_FAILED | DELETE_FAILED)
      give_up "the stack $1 is $status. Its events say why. To delete it: $delete" ;;
    UPDATE_ROLLBACK_FAILED)
      give_up "the stack $1 is $status. Its events say why. Mend that, then:
  aws cloudformation continue-update-rollback --stack-name $1 --region $region" ;;
    REVIEW_IN_PROGRESS) ;; # made by a change set that nobody executed
    *_IN_PROGRESS) give_up "the stack $1 is being changed just now ($status): try again when that has ended" ;;
  esac
}

# ---- Repository and image ----

make_image() {
  step "Repositories"
  # shellcheck disable=SC2086 # a line of words
  run aws cloudformation deploy $repositories
  uri=$(aws ecr describe-repositories --repository-names "$path" --query 'repositories[0].repositoryUri' --output text)
  image=${registry:-${uri%%/*}}/$path:$tag
  step "Image $image for $platform"
  password=$(aws ecr get-login-password)
  printf %s "$password" | docker login --username AWS --password-stdin "${image%%/*}"
  # A tag is pushed once, so what is there is what would be built.
  if docker buildx imagetools inspect "$image" >/dev/null 2>&1; then
    echo "It is there already."
    return
  fi
  run docker buildx build --platform "$platform" --provenance=false --load --tag "$image" .
  run docker push "$image"
}

# ---- The stack ----

show_outputs() {
  step "The stack $stack"
  aws cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' \
    --output text | sort | awk -F '\t' 'NF == 2 { printf "  %-40s %s\n", $1, $2 }'
}

make_change_set() {
  step "What changes in the stack $stack"
  # shellcheck disable=SC2086 # lines of words
  set -- $line --no-execute-changeset ${parameters:+--parameter-overrides $parameters}
  aws cloudformation deploy "$@" >"$work/said" 2>&1 || {
    cat "$work/said" >&2
    sed -n '/^It imports/p' "$work/told" >&2
    forget_new_stack
    give_up "CloudFormation refused the change set, and nothing was changed"
  }
  change_set=$(sed -n 's/.*--change-set-name \([^ ]*\).*/\1/p' "$work/said")
}

# + new, - gone, ~ changed, ! replaced, ? perhaps replaced, with the properties that are the reason.
show_changes() {
  why="not_null(Details[].Target.not_null(Name,Attribute), [''])"
  aws cloudformation describe-change-set --change-set-name "$change_set" --output text \
    --query "Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement,join(' ',$why)]" >"$work/changes"
  awk -F '\t' '
    {
      sign = $1 == "Add" ? "+" : $1 == "Remove" ? "-" : "~"; what = ""
      n = $1 == "Modify" ? split($5, reason, " ") : 0
      for (i = 1; i <= n; i++) if (!told[NR, reason[i]]++) what = what (what == "" ? " " : ", ") reason[i]
      if ($1 == "Modify" && $3 == "AWS::ECS::TaskDefinition") what = what " (a new revision)"
      else if ($4 == "True") { sign = "!"; what = what " (REPLACED)" }
      else if ($4 == "Conditional") { sign = "?"; what = what " (perhaps replaced)" }
      if (sign ~ /[-!?]/) loses = 1
      printf "  %s %-40s %-44s%s\n", sign, $2, $3, what
    }
    END {
      print ""
      if (loses) print "What is - gone, ! replaced or ? perhaps replaced is deleted, with what is in it and the names by which it is known."
    }' "$work/changes" | sed 's/ *$//'
}

# A change set that was to make the stack has made it, without anything in it.
forget_new_stack() { [ -n "$status" ] || aws cloudformation delete-stack --stack-name "$stack"; }

forget_change_set() {
  aws cloudformation delete-change-set --change-set-name "$change_set"
  forget_new_stack
  give_up "nothing was changed"
}

# ---- The change ----

# The newest events of the stack, newest first.
events() {
  aws cloudformation describe-stack-events --stack-name "$stack" --no-paginate --output text --query \
    'StackEvents[].[EventId,ResourceStatus,ResourceType,LogicalResourceId,PhysicalResourceId,ResourceStatusReason]' \
    >"$work/page" || give_up "the stack can no longer be looked at. What has begun goes on; to see it:
  aws cloudformation describe-stack-events --stack-name $stack --region $region"
}

# Adds the events that are new to $work/events, oldest first, and prints those at which something has ended.
hear_events() {
  events
  awk -F '\t' -v last="$last" '$1 == last { exit } NF == 6 { line[++n] = $0 } END { while (n) print line[n--] }' \
    "$work/page" >"$work/new"
  cat "$work/new" >>"$work/events"
  last=$(head -n 1 "$work/page" | cut -f 1)
  awk -F '\t' '$2 !~ /_IN_PROGRESS$/ {
    printf "  %-28s %s%s\n", $2, $4, ($2 ~ /FAILED/ && $6 != "None" ? ": " $6 : "") }' "$work/new"
}

# Tells, once each, why tasks of this stack's services stopped, and what they said last: a rollback takes both along.
hear_tasks() {
  awk -F '\t' '$3 == "AWS::ECS::Service" && split($5, part, "/") == 3 { print part[2] "\t" part[3] }' "$work/events" \
    | sort -u >"$work/services"
  cluster=$(head -n 1 "$work/services" | cut -f 1)
  [ -n "$cluster" ] || return 0
  tasks=$(aws ecs list-tasks --cluster "$cluster" --desired-status STOPPED --no-paginate --query taskArns --output text \
    2>"$work/error" | grep arn:) || return 0
  # shellcheck disable=SC2086 # a line of ids
  aws ecs describe-tasks --cluster "$cluster" --tasks $tasks --output text \
    --query 'tasks[].[group,stoppedReason,containers[0].reason,containers[0].exitCode]' 2>"$work/error" \
    | awk -F '\t' 'NR == FNR { ours["service:" $2] = $2; next }
      $1 in ours && $2 !~ /^Scaling activity/ && !told[$0]++ {
        print ours[$1] ": " $2 ($3 == "None" ? "" : ": " $3) ($4 == "None" ? "" : " (exit code " $4 ")") }' \
      "$work/services" - >"$work/reasons"
  while read -r reason; do
    grep -qxF "$reason" "$work/stopped" && continue
    printf '%s\n' "$reason" >>"$work/stopped"
    printf '  A task stopped. %s\n' "$reason"
    last_words "/ecs/$stack/${reason%%:*}"
  done <"$work/reasons"
}

# last_words LOG_GROUP: the newest lines of its newest stream.
last_words() {
  stream=$(aws logs describe-log-streams --log-group-name "$1" --order-by LastEventTime --descending --no-paginate \
    --query 'logStreams[0].logStreamName' --output text 2>"$work/error") || return 0
  aws logs get-log-events --log-group-name "$1" --log-stream-name "$stream" --limit 10 \
    --query 'events[].[message]' --output text 2>"$work/error" | sed 's/^/    | /'
}

change_stack() {
  step "Changing the stack $stack"
  events
  last=$(head -n 1 "$work/page" | cut -f 1)
  touch "$work/events" "$work/stopped"
  aws cloudformation execute-change-set --change-set-name "$change_set"
  while :; do
    hear_events
    hear_tasks
    # how the stack has ended, if it has
    ended=$(awk -F '\t' -v stack="$stack" '
      $3 == "AWS::CloudFormation::Stack" && $4 == stack && $2 !~ /_IN_PROGRESS$/ { print $2 }' "$work/events" | tail -n 1)
    [ -z "$ended" ] || break
    sleep 5
  done
  case $ended in
    CREATE_COMPLETE | UPDATE_COMPLETE) ;;
    *)
      explain_failure >&2
      exit 1 ;;
  esac
}

explain_failure() {
  step "The stack $stack could not be changed: $ended"
  awk -F '\t' '$2 ~ /FAILED$/ && $6 !~ /cancelled$/ { printf "  %s (%s): %s\n", $4, $3, $6 }' "$work/events"
  if [ -s "$work/stopped" ]; then
    echo "Why tasks stopped:"
    sed 's/^/  /' "$work/stopped"
  fi
  if [ -s "$work/services" ]; then
    echo "What a service said last, as long as its log group is there:"
    cut -f 2 "$work/services" | sed "s|.*|  aws logs tail /ecs/$stack/& --region $region --since 1h|"
  fi
  case $ended in
    ROLLBACK_COMPLETE) echo "It was the first deployment, so nothing is left of it. Mend what failed and run ./deploy.sh again:
it offers to delete what is left of the stack." ;;
    UPDATE_ROLLBACK_COMPLETE) echo "The stack is what it was before. Mend what failed and run ./deploy.sh again." ;;
    *) echo "Its events say where it stands:
  aws cloudformation describe-stack-events --stack-name $stack --region $region" ;;
  esac
}

unset CDPATH
read_options "$@"
cd "$(dirname "$0")"
check_tools
build
choose_tag
find_image
render
find_account
check_stack "$repositories_stack"
check_stack "$stack"
make_image
make_change_set
if [ -n "$change_set" ]; then
  show_changes
  agreed "Change the stack?" || forget_change_set
  change_stack
else
  echo "Nothing: it is what the config says already."
fi
show_outputs
