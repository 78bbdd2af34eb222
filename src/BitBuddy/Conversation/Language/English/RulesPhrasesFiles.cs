namespace BitBuddy.Conversation;

internal static partial class RulesPhrases
{
    private static readonly string[] NoFolder =
    [
        "I do not know any folder yet. Show me one with 'bitbuddy folders add DIR'.",
        "There is nothing for me to look through yet. Give me a folder with 'bitbuddy folders add DIR'.",
        "I would love to look, but no folder is known to me. Add one with 'bitbuddy folders add DIR'.",
        "My shelves are bare: no folder is known yet. Fill them with 'bitbuddy folders add DIR'.",
    ];

    private static readonly string[] Nothing =
    [
        "I found no {those}.",
        "No luck: I know of no {those}.",
        "I looked everywhere I may, and there are no {those}.",
        "There are no {those} that I know of.",
        "Sorry, no {those} that I could find.",
    ];

    private static readonly string[] NothingButNear =
    [
        "I found no {those}. Perhaps you mean {near}.",
        "No {those}, but {near} comes close.",
        "There are no {those}. The nearest I have: {near}.",
        "I know of no {those}. It may be {near}.",
        "No {those}, I am afraid. The closest I know is {near}.",
    ];

    private static readonly string[] Counted =
    [
        "You have {files}, {size} in all.",
        "I count {files}, {size} in all.",
        "That makes {files}, {size} in all.",
        "I know of {files}, {size} in all.",
        "My count says {files}, and {size} in all.",
    ];

    private static readonly string[] CountedOne =
    [
        "You have {files}: {first}, {first-size}.",
        "I count {files}: {first}, {first-size}.",
        "Just {files}: {first}.",
        "I know of {files}, namely {first}.",
    ];

    private static readonly string[] CountedNone =
    [
        "None: I know of no {those}.",
        "I counted, and there are no {those}.",
        "I found no {those} to count.",
        "There are no {those} that I know of.",
        "No {those} at all, as far as I can see.",
    ];

    private static readonly string[] FoundOne =
    [
        "Found it: {first}, {first-size}, last changed {first-day}.",
        "Just the one: {first}, {first-size}.",
        "Here it is: {first}, {first-size}, last changed {first-day}.",
        "I have found {first}. It was last changed {first-day} and takes {first-size}.",
        "That must be {first}, last changed {first-day}.",
    ];

    private static readonly string[] PlacedOne =
    [
        "{first} is in {first-place}.",
        "You will find {first} in {first-place}.",
        "It is in {first-place}, by the name of {first}.",
        "{first} lives in {first-place}.",
        "Look in {first-place}: there is {first}.",
    ];

    private static readonly string[] DatedOne =
    [
        "{first} was last changed {first-day}.",
        "You last changed {first} {first-day}.",
        "The last change to {first} was {first-day}.",
        "That was {first-day}: the last change to {first}.",
    ];

    private static readonly string[] SizedOne =
    [
        "{first} takes {first-size}.",
        "{first} is {first-size}.",
        "The size of {first} is {first-size}.",
        "{first-size}, that is the size of {first}.",
    ];

    private static readonly string[] ValuedFew =
    [
        "I found {files}: {all-valued}.",
        "There are {files}: {all-valued}.",
        "Here they are, {files}: {all-valued}.",
        "I know of {files}, namely {all-valued}.",
    ];

    private static readonly string[] SizedFew =
    [
        "That is {size} in all, for {files}: {all-valued}.",
        "I found {files}, {size} in all: {all-valued}.",
        "There are {files}, together {size}: {all-valued}.",
        "You have {files}: {all-valued}. That is {size} in all.",
    ];

    private static readonly string[] ValuedMany =
    [
        "I found {files}. On top of the list: {all-valued}.",
        "There are {files}, among them {all-valued}.",
        "You have {files}. The list begins with {all-valued}.",
        "I know of {files}. First on the list: {all-valued}.",
    ];

    private static readonly string[] SizedMany =
    [
        "That is {size} in all, for {files}.",
        "I found {files}, {size} in all, among them {all-valued}.",
        "There are {files}, together {size}. The list begins with {all-valued}.",
        "You have {files}, and they take {size} in all.",
    ];

    private static readonly string[] FoundFew =
    [
        "I found {files}: {names}.",
        "There are {files}, {size} in all: {names}.",
        "Here they are, {files}: {names}.",
        "You have {files}: {names}. That is {size} in all.",
        "I know of {files}, namely {names}.",
    ];

    private static readonly string[] FoundMany =
    [
        "I found {files}, {size} in all. On top of the list: {names}.",
        "There are {files}, {size} in all, among them {names}.",
        "You have {files}. The list begins with {names}.",
        "I have found {files}, {size} in all. My first guess would be {first}.",
        "I know of {files}. Have a look at {names} first.",
    ];

    private static readonly string[] ListedMany =
    [
        "Here are {files}, {size} in all. The list begins with {names}.",
        "You have {files}, {size} in all, among them {names}.",
        "I know of {files}. On top of the list: {names}.",
        "There are {files}, {size} in all. First on the list: {names}.",
        "Have a look: {files}, {size} in all, such as {names}.",
    ];

    private static readonly string[] BestOne =
    [
        "The {best} {that} is {first}, {value}.",
        "That is {first}, {value}.",
        "{first} is the {best} {that}: {value}.",
        "The {best} {that}? That would be {first}, {value}.",
        "I looked for the {best} {that}, and it is {first}: {value}.",
    ];

    private static readonly string[] BestSome =
    [
        "The {best} {that} is {first}, {value}. Next: {others}.",
        "{first} is the {best}: {value}. After it: {others}.",
        "The {best} first: {all-valued}.",
        "From the {best} on: {all-valued}.",
        "At the top is {first}, {value}, followed by {others}.",
    ];

    private static readonly string[] NotYet =
    [
        "I cannot do that yet. I can find, count and list files, and name the biggest and the newest.",
        "That is still beyond me. Finding, counting and listing files is what I do, and the biggest and the newest.",
        "I have not learned that yet. Ask me to find or count files, or for the biggest and the newest.",
        "Not yet, I am afraid. For now I find, count and list files, and know the biggest and the newest.",
    ];
}
