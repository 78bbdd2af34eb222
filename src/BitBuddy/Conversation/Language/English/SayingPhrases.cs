using System.Text.RegularExpressions;

namespace BitBuddy.Conversation;

/// <summary>How people tell a buddy something. Each is the whole of what was said, without courtesy and marks around it.</summary>
internal static partial class SayingPhrases
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Words around a saying that say nothing.</summary>
    [GeneratedRegex(@"^(?:(?:please|ok|okay|hey|hi|hello|so|and|well|oh|by the way|btw|buddy|can you|could you|would you|i want you to)\b[,:!]? *)+", Any)]
    public static partial Regex Before { get; }

    [GeneratedRegex(@"(?:[,]? *\b(?:please|ok|okay|thanks|thank you))? *[.!]*$", Any)]
    public static partial Regex After { get; }

    [GeneratedRegex(@"^(?:you (?:can|may|should) call me|call me|my (?:first )?name is|my name's|i am called|i'm called) (?<x>.+)$", Any)]
    public static partial Regex CallMe { get; }

    [GeneratedRegex(@"^(?:call me (?:back|later|when|if|a |an |tomorrow|tonight|again|maybe).*|my name is not .*)$", Any)]
    public static partial Regex NoName { get; }

    [GeneratedRegex(@"^my (?<what>[^/\\?]{1,60}?) (?:is|are|lives?|lies?|sits?|is kept|are kept) (?:now |all )?(?:in|inside|under|at) (?:the |my )?(?<folder>folder |directory )?(?<x>[^?]+?)(?<folder2> folder| directory)?$", Any)]
    public static partial Regex Lies { get; }

    [GeneratedRegex(@"^(?:remember|keep in mind|note|do not forget|don't forget)(?: that |: ?| (?=to ))(?<x>.+)$", Any)]
    public static partial Regex Remember { get; }

    [GeneratedRegex(@"^(?:never(?: ever)? (?:mention|speak of|speak about|talk about)|(?:do not|don't|dont) (?:ever )?(?:mention|speak of|speak about|talk about)|stop mentioning"
        + @"|(?:never|do not|don't|dont)(?: ever)? show(?: me)?(?= (?:my |the )?(?:folder|file|directory) )) (?:my |the )?(?:folder |file |directory )?(?<x>.+?)(?: folder| directory)?(?: again| any ?more| ever| to me)?$", Any)]
    public static partial Regex NeverMention { get; }

    [GeneratedRegex(@"^(?:you (?:may|can|might) (?:mention|speak of|talk about|show)|mention|show) (?:my |the )?(?:folder |file |directory )?(?<x>.+?)(?: folder| directory)? again$", Any)]
    public static partial Regex MentionAgain { get; }

    [GeneratedRegex(@"^(?:forget (?:that|it|this)(?: again)?|forget what i (?:just )?(?:said|told you))$", Any)]
    public static partial Regex ForgetLast { get; }

    [GeneratedRegex(@"^(?:forget (?:about )?my name|(?:do not|don't|dont|stop) call(?:ing)? me .+|forget who i am)$", Any)]
    public static partial Regex ForgetName { get; }

    [GeneratedRegex(@"^forget (?:everything|all)(?: (?:that )?(?:you know|i told you|i have told you|about me|you know about me))?$", Any)]
    public static partial Regex ForgetAll { get; }

    [GeneratedRegex(@"^forget (?:about )?(?:that )?(?:my |the )?(?<x>.+)$", Any)]
    public static partial Regex ForgetAbout { get; }

    [GeneratedRegex(@"^(?:what is my name|what's my name|who am i|do you (?:know|remember) (?:me|my name|who i am)|remember me)$", Any)]
    public static partial Regex WhoAmI { get; }

    [GeneratedRegex(@"^(?:what do you (?:know|remember)(?: about (?:me|us))?|what (?:have i told|did i tell) you(?: about me)?|what should you never mention|what do you never mention)$", Any)]
    public static partial Regex WhatIsKnown { get; }

    [GeneratedRegex(@"^what (?:have i asked|did i ask)(?: you)?(?: so far| lately| before| last| recently| today)?$", Any)]
    public static partial Regex WhatWasAsked { get; }

    /// <summary>Words that stand for something said before.</summary>
    public static bool IsPointer(string text) => text.ToLowerInvariant() is "that" or "it" or "this" or "them" or "those" or "these" or "him" or "her" or "anything" or "me" or "you";
}
