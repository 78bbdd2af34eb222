using BitBuddy.Conversation;
using BitBuddy.Files;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Conversation.Intents;

/// <summary>
/// One line, one question. Expected: the kind, then what is set, as "kinds=Image ext=pdf words=tax,return in=downloads
/// from=2026-03-17 until=2026-03-18T09:30 min=1 max=2 order=Newest take=3". Today is Wednesday, 2026-03-18 09:30 in Berlin.
/// </summary>
public sealed class IntentParserTests
{
    internal static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase)
        { "Downloads", "Documents", "Pictures", "Thesis", "Uni", "May", "My Work", "Photos 2019", "document s", "Musik" };

    internal static IntentParser Parser(DateTimeOffset? now = null)
    {
        var clock = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 18, 8, 30, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        return new IntentParser(clock, Folders.Contains);
    }

    [Theory]
    // Counting
    [InlineData("how many pdfs do I have?", "Count ext=pdf")]
    [InlineData("how many pdf files are there?", "Count ext=pdf")]
    [InlineData("How many files do I have", "Count")]
    [InlineData("how many photos from 2019", "Count kinds=Image from=2019-01-01 until=2020-01-01")]
    [InlineData("how many invoices do I have", "Count words=invoice")]
    [InlineData("number of spreadsheets in Documents", "Count kinds=Spreadsheet in=documents")]
    [InlineData("count my songs", "Count kinds=Audio")]
    [InlineData("how much space do my videos take?", "Count kinds=Video")]
    [InlineData("what is the total size of my downloads folder", "Count in=downloads")]
    [InlineData("hi, how many word documents are in my thesis folder?", "Count ext=doc,docx in=thesis")]
    [InlineData("can you tell me how many images I have here", "Count kinds=Image")]
    [InlineData("how big are my archives", "Count kinds=Archive")]
    [InlineData("how many .docx and .odt files", "Count ext=docx,odt")]
    [InlineData("how many files were changed yesterday", "Count from=2026-03-17 until=2026-03-18")]
    // Lists
    [InlineData("what files do I have here?", "List")]
    [InlineData("list all files", "List")]
    [InlineData("list my pdfs", "List ext=pdf")]
    [InlineData("show me all my photos", "List kinds=Image")]
    [InlineData("show me my videos", "List kinds=Video")]
    [InlineData("what is in Downloads?", "List in=downloads")]
    [InlineData("what's in my Downloads folder", "List in=downloads")]
    [InlineData("which spreadsheets do I have", "List kinds=Spreadsheet")]
    [InlineData("what pictures do I have from last year", "List kinds=Image from=2025-01-01 until=2026-01-01")]
    [InlineData("list invoices from 2019", "List words=invoice from=2019-01-01 until=2020-01-01")]
    [InlineData("list everything", "List")]
    [InlineData("which files are bigger than 10 MB", "List min=10000001")]
    [InlineData("give me a list of my presentations", "List kinds=Presentation")]
    [InlineData("what do I have from 2019?", "List from=2019-01-01 until=2020-01-01")]
    // Finds
    [InlineData("find my tax return", "Find words=tax,return")]
    [InlineData("where is my passport scan?", "Find words=passport,scan")]
    [InlineData("where's the budget", "Find words=budget")]
    [InlineData("where are my bonuses", "Find words=bonus")]
    [InlineData("where are my causes", "Find words=cause")]
    [InlineData("budget 2023", "Find words=budget,2023")]
    [InlineData("report 2019", "Find words=report,2019")]
    [InlineData("tax return pdf", "Find ext=pdf words=tax,return")]
    [InlineData("report.pdf", "Find words=report.pdf")]
    [InlineData("do I have any pictures of the garden", "Find kinds=Image words=garden")]
    [InlineData("do you have my CV", "Find words=cv")]
    [InlineData("look for \"meeting notes\"", "Find words=meeting notes")]
    [InlineData("find 'last week' in Documents", "Find words=last week in=documents")]
    [InlineData("find files called budget", "Find words=budget")]
    [InlineData("please find my contract with Acme", "Find words=contract,acme")]
    [InlineData("i'm looking for the insurance letter", "Find words=insurance,letter")]
    [InlineData("could you find me the recipe for apple pie", "Find words=recipe,apple,pie")]
    [InlineData("show me the budget", "Find words=budget")]
    [InlineData("help me find my will", "Find")]
    [InlineData("find invoices in foo", "Find words=invoice,foo")]
    [InlineData("any screenshots from today?", "Find kinds=Image words=screenshot from=2026-03-18 until=2026-03-19")]
    [InlineData("photos", "Find kinds=Image")]
    [InlineData("photos and videos from March 2024", "Find kinds=Image,Video from=2024-03-01 until=2024-04-01")]
    [InlineData("when did I last edit my thesis.docx", "Find words=thesis.docx")]
    [InlineData("search for python scripts", "Find ext=py,pyw,pyi")]
    [InlineData("find *.docx", "Find ext=docx")]
    [InlineData("find .rs files", "Find ext=rs")]
    [InlineData("rs files", "Find ext=rs")]
    [InlineData("excel sheets from last month", "Find ext=xls,xlsx from=2026-02-01 until=2026-03-01")]
    [InlineData("is there a zip somewhere", "Find ext=zip")]
    [InlineData("New York photos", "Find kinds=Image words=new,york")]
    [InlineData("may invoice", "Find words=may,invoice")]
    [InlineData("find march madness", "Find words=march,madness")]
    [InlineData("copy of contract", "Find words=copy,contract")]
    [InlineData("find <|im_start|>", "Find words=|im_start|")]
    [InlineData("installers", "Find kinds=App")]
    [InlineData("find mp3s", "Find ext=mp3")]
    [InlineData("find source code", "Find kinds=Code")]
    [InlineData("powerpoint slides about whales", "Find ext=ppt,pptx words=whale")]
    // Order
    [InlineData("three newest pdfs", "Newest ext=pdf order=Newest take=3")]
    [InlineData("what is my biggest file?", "Largest order=Largest take=1")]
    [InlineData("top 5 largest videos", "Largest kinds=Video order=Largest take=5")]
    [InlineData("latest pdf", "Newest ext=pdf order=Newest take=1")]
    [InlineData("oldest photo", "Newest kinds=Image order=Oldest take=1")]
    [InlineData("the smallest files in Downloads", "Largest in=downloads order=Smallest")]
    [InlineData("show me the 10 biggest files", "Largest order=Largest take=10")]
    [InlineData("largest files", "Largest order=Largest")]
    [InlineData("biggest 3 archives", "Largest kinds=Archive order=Largest take=3")]
    [InlineData("what are my newest documents", "Newest kinds=Document order=Newest")]
    [InlineData("most recent screenshot", "Newest kinds=Image words=screenshot order=Newest take=1")]
    [InlineData("last 3 photos", "Newest kinds=Image order=Newest take=3")]
    [InlineData("last modified file", "Newest order=Newest take=1")]
    [InlineData("recently changed files", "Newest order=Newest")]
    [InlineData("what's new?", "Newest order=Newest")]
    [InlineData("what changed yesterday?", "Newest from=2026-03-17 until=2026-03-18 order=Newest")]
    [InlineData("what did I work on last week", "Newest from=2026-03-09 until=2026-03-16 order=Newest")]
    [InlineData("latest invoice", "Newest words=invoice order=Newest take=1")]
    [InlineData("newest invoices", "Newest words=invoice order=Newest")]
    [InlineData("what takes up the most space?", "Largest order=Largest")]
    [InlineData("big videos", "Largest kinds=Video order=Largest")]
    [InlineData("old photos from Pictures", "Newest kinds=Image in=pictures order=Oldest")]
    [InlineData("two oldest spreadsheets in my work", "Newest kinds=Spreadsheet in=my work order=Oldest take=2")]
    [InlineData("a dozen biggest songs", "Largest kinds=Audio order=Largest take=12")]
    [InlineData("newest music", "Newest kinds=Audio order=Newest")]
    // Times
    [InlineData("files from 2019", "Find from=2019-01-01 until=2020-01-01")]
    [InlineData("photos in May", "Find kinds=Image from=2025-05-01 until=2025-06-01")]
    [InlineData("photos in March", "Find kinds=Image from=2026-03-01 until=2026-04-01")]
    [InlineData("photos in my May folder", "Find kinds=Image in=may")]
    [InlineData("photos in the folder May", "Find kinds=Image in=may")]
    [InlineData("documents from May 2023", "Find kinds=Document from=2023-05-01 until=2023-06-01")]
    [InlineData("files from last week", "Find from=2026-03-09 until=2026-03-16")]
    [InlineData("files from this week", "Find from=2026-03-16 until=2026-03-23")]
    [InlineData("pdfs of last month", "Find ext=pdf from=2026-02-01 until=2026-03-01")]
    [InlineData("videos this year", "Find kinds=Video from=2026-01-01 until=2027-01-01")]
    [InlineData("files from today", "Find from=2026-03-18 until=2026-03-19")]
    [InlineData("files modified in the last 7 days", "Find from=2026-03-11T09:30")]
    [InlineData("files from the past two weeks", "Find from=2026-03-04T09:30")]
    [InlineData("files from the last 24 hours", "Find from=2026-03-17T09:30")]
    [InlineData("photos since March", "Find kinds=Image from=2026-03-01")]
    [InlineData("photos since last May", "Find kinds=Image from=2025-05-01")]
    [InlineData("pdfs before 2020", "Find ext=pdf until=2020-01-01")]
    [InlineData("pdfs after 2020", "Find ext=pdf from=2021-01-01")]
    [InlineData("files after 3 March 2024", "Find from=2024-03-04")]
    [InlineData("files since March 3rd, 2024", "Find from=2024-03-03")]
    [InlineData("photos between 2018 and 2020", "Find kinds=Image from=2018-01-01 until=2021-01-01")]
    [InlineData("photos from May to July", "Find kinds=Image from=2025-05-01 until=2025-08-01")]
    [InlineData("photos between March and May 2023", "Find kinds=Image from=2023-03-01 until=2023-06-01")]
    [InlineData("photos from November to January", "Find kinds=Image from=2025-11-01 until=2026-02-01")]
    [InlineData("files from 2024-03-01", "Find from=2024-03-01 until=2024-03-02")]
    [InlineData("notes from 2024-03", "Find words=note from=2024-03-01 until=2024-04-01")]
    [InlineData("files older than 3 months", "Find until=2025-12-18T09:30")]
    [InlineData("files newer than 2 weeks", "Find from=2026-03-04T09:30")]
    [InlineData("files more than a year old", "Find until=2025-03-18T09:30")]
    [InlineData("files older than 2015", "Find until=2015-01-01")]
    [InlineData("documents edited on Monday", "Find kinds=Document from=2026-03-16 until=2026-03-17")]
    [InlineData("documents from last Wednesday", "Find kinds=Document from=2026-03-11 until=2026-03-12")]
    [InlineData("photos taken 3 days ago", "Find kinds=Image taken from=2026-03-15 until=2026-03-16")]
    [InlineData("photos from two months ago", "Find kinds=Image from=2026-01-01 until=2026-02-01")]
    [InlineData("yesterday", "Find from=2026-03-17 until=2026-03-18")]
    [InlineData("pdf from 12 March", "Find ext=pdf from=2026-03-12 until=2026-03-13")]
    [InlineData("pdf from 31 December", "Find ext=pdf from=2025-12-31 until=2026-01-01")]
    [InlineData("photos from 31 February 2024", "Unknown")]
    [InlineData("files until June 2022", "Find until=2022-07-01")]
    // Sizes
    [InlineData("files bigger than 10 MB", "Find min=10000001")]
    [InlineData("videos over 1.5 GB", "Find kinds=Video min=1500000001")]
    [InlineData("anything larger than 500mb?", "Find min=500000001")]
    [InlineData("pdfs smaller than 1 KB", "Find ext=pdf max=999")]
    [InlineData("images under 20 kb in Pictures", "Find kinds=Image in=pictures max=19999")]
    [InlineData("files between 1 and 5 MB", "Find min=1000000 max=5000000")]
    [InlineData("files between 500 KB and 2 MB", "Find min=500000 max=2000000")]
    [InlineData("files of at least 3 gigabytes", "Find min=3000000000")]
    [InlineData("zips up to 100 megs", "Find ext=zip max=100000000")]
    [InlineData("files with 10 MB or more", "Find min=10000000")]
    [InlineData("files > 1,000 KB", "Find min=1000001")]
    [InlineData("more than a gig", "Find min=1000000001")]
    [InlineData("files over 99999999999999999999 TB", "Find min=9223372036854775807")]
    // Places
    [InlineData("pdfs in Downloads", "Find ext=pdf in=downloads")]
    [InlineData("find budget inside the folder Thesis", "Find words=budget in=thesis")]
    [InlineData("find notes under Uni/Thesis", "Find words=note in=uni/thesis")]
    [InlineData("photos in photos 2019", "Find kinds=Image in=photos 2019")]
    [InlineData("find pdfs on my computer", "Find ext=pdf")]
    [InlineData("budget on this disk", "Find words=budget")]
    [InlineData("files in \"My Work\"", "Find in=my work")]
    [InlineData("biggest file from Downloads last week", "Largest in=downloads from=2026-03-09 until=2026-03-16 order=Largest take=1")]
    [InlineData("list Downloads", "List in=downloads")]
    [InlineData("show me Uni/Thesis", "List in=uni/thesis")]
    [InlineData("count downloads", "Count in=downloads")]
    [InlineData("my downloads", "Find in=downloads")]
    [InlineData("list my pictures", "List kinds=Image")]
    [InlineData("empty files in Thesis", "Find in=thesis max=0")]
    [InlineData("when was report.pdf last changed", "Find words=report.pdf")]
    [InlineData("files I edited last week", "Find from=2026-03-09 until=2026-03-16")]
    [InlineData("find all pdf files from last year bigger than 2 MB in Downloads", "Find ext=pdf in=downloads from=2025-01-01 until=2026-01-01 min=2000001")]
    [InlineData("where did I put the tax return from 2019?", "Find words=tax,return from=2019-01-01 until=2020-01-01")]
    [InlineData("jpg or png files", "Find ext=jpg,jpeg,png")]
    [InlineData("anything new?", "Newest order=Newest")]
    [InlineData("what's your favourite movie", "Unknown")]
    [InlineData("rename report.pdf to x.pdf", "Unknown")]
    // Places: listed ones are alternatives, others are nested
    [InlineData("how many files in Documents and Downloads", "Count in=documents,downloads")]
    [InlineData("photos in Thesis or Photos 2019", "Find kinds=Image in=thesis,photos 2019")]
    [InlineData("files in Documents, Pictures and Downloads", "Find in=documents,pictures,downloads")]
    [InlineData("files in Documents and in my Downloads", "Find in=documents,downloads")]
    [InlineData("photos in my Uni and Thesis folders", "Find kinds=Image in=uni,thesis")]
    [InlineData("notes in my Uni and Thesis folder", "Find words=note in=uni,thesis")]
    [InlineData("pdfs in Thesis in Uni", "Find ext=pdf in=uni/thesis")]
    [InlineData("pdfs in the Thesis folder under Uni", "Find ext=pdf in=uni/thesis")]
    [InlineData("files in /home/x/Documents", "Find in=documents")]
    [InlineData("what is in ~/Uni/Thesis", "List in=uni/thesis")]
    [InlineData("files in /home/x/Secret", "Unknown")]
    [InlineData("files in Secret/Thesis", "Find words=secret,thesis")]
    [InlineData("latest download", "Newest in=downloads order=Newest take=1")]
    [InlineData("something I downloaded last week", "Find in=downloads from=2026-03-09 until=2026-03-16")]
    [InlineData("what did I download yesterday", "Newest in=downloads from=2026-03-17 until=2026-03-18 order=Newest")]
    [InlineData("downloaded pdfs in Uni", "Find ext=pdf words=downloaded in=uni")]
    [InlineData("open Downloads", "List in=downloads")]
    [InlineData("folder called Uni", "Find in=uni")]
    [InlineData("last 5 downloads", "Newest in=downloads order=Newest take=5")]
    [InlineData("what does my Downloads folder contain", "Find in=downloads")]
    [InlineData("list the contents of Downloads", "List in=downloads")]
    // Kinds and extensions
    [InlineData("count pdfs, documents and txts", "Count kinds=Document")]
    [InlineData("files containing the word tax", "Find inside=tax")]
    [InlineData("how many image files are png", "Count ext=png")]
    [InlineData("png pictures and videos", "Find kinds=Video ext=png")]
    [InlineData("mp3 songs over 5 MB", "Find ext=mp3 min=5000001")]
    [InlineData("pngs and photos", "Find kinds=Image")]
    [InlineData("photos and pdfs", "Find kinds=Image ext=pdf")]
    [InlineData("disk images", "Find ext=iso,dmg")]
    [InlineData("logs", "Find ext=log")]
    [InlineData("voice memos", "Find words=voice,memo")]
    [InlineData("boxes and taxes", "Find either=box,tax")]
    [InlineData("IMG*", "Find words=img")]
    [InlineData("IMG*.jpg", "Find ext=jpg words=img")]
    // Numbers
    [InlineData("list 2 pdfs", "List ext=pdf take=2")]
    [InlineData("give me 5 photos", "List kinds=Image take=5")]
    [InlineData("first 3 files", "Find take=3")]
    [InlineData("thesis 2 pdf", "Find ext=pdf words=thesis,2")]
    [InlineData("do I have more than 5 pdfs?", "Count ext=pdf")]
    [InlineData("are there 10 photos in Pictures?", "Count kinds=Image in=pictures")]
    [InlineData("which files are largest", "Largest order=Largest")]
    [InlineData("which file is largest", "Largest order=Largest take=1")]
    [InlineData("the file I edited last", "Newest order=Newest take=1")]
    [InlineData("last modified", "Newest order=Newest take=1")]
    [InlineData("files that are 0 bytes", "Find min=0 max=0")]
    [InlineData("exactly 100 bytes", "Find min=100 max=100")]
    [InlineData("files of exactly 2 MB", "Find min=1950000 max=2050000")]
    [InlineData("about 3 MB", "Find min=2700000 max=3300000")]
    [InlineData("videos that are 10 MB", "Find kinds=Video min=9000000 max=11000000")]
    [InlineData("1-5 MB", "Find min=1000000 max=5000000")]
    [InlineData("pdfs from 1 to 5 MB", "Find ext=pdf min=1000000 max=5000000")]
    [InlineData("smaller than half a gigabyte", "Find max=499999999")]
    [InlineData("5k run photos", "Find kinds=Image words=5k,run")]
    [InlineData("500mb+", "Find min=500000000")]
    [InlineData(">= 500 MB", "Find min=500000000")]
    [InlineData("<=1kb", "Find max=1000")]
    [InlineData("how many GB of videos do I have", "Count kinds=Video")]
    [InlineData("a couple of photos", "Find kinds=Image take=2")]
    [InlineData("top ten", "Largest order=Largest take=10")]
    [InlineData("my old tax documents", "Newest kinds=Document words=tax order=Oldest")]
    [InlineData("what was the last thing I worked on", "Newest order=Newest take=1")]
    [InlineData("invoice no 1234", "Find words=invoice,1234")]
    [InlineData("invoice #1234", "Find words=invoice,1234")]
    [InlineData("photo count", "Count kinds=Image")]
    [InlineData("count dracula", "Count words=dracula")]
    [InlineData("newest first", "Newest order=Newest")]
    [InlineData("list up to 5 pdfs", "List ext=pdf take=5")]
    [InlineData("storage used by videos", "Count kinds=Video")]
    // Lists of times, dates as they are written
    [InlineData("pdfs from 2019 or 2020", "Find ext=pdf from=2019-01-01 until=2021-01-01")]
    [InlineData("pdfs from 2018, 2019 and 2020", "Find ext=pdf from=2018-01-01 until=2021-01-01")]
    [InlineData("photos in May or June 2023", "Find kinds=Image from=2023-05-01 until=2023-07-01")]
    [InlineData("pdfs from 2018 or 2020", "Find ext=pdf from=2018-01-01 until=2021-01-01 not(from=2019-01-01 until=2020-01-01)")]
    [InlineData("photos from 2019 in May", "Find kinds=Image from=2019-05-01 until=2019-06-01")]
    [InlineData("files from 18.11.2025", "Find from=2025-11-18 until=2025-11-19")]
    [InlineData("files from 11/18/2025", "Find from=2025-11-18 until=2025-11-19")]
    [InlineData("files since 2025/11/18", "Find from=2025-11-18")]
    [InlineData("files from 3/4/2025", "Unknown")]
    [InlineData("files from the past year", "Find from=2025-03-18T09:30")]
    [InlineData("files from the day before yesterday", "Find from=2026-03-16 until=2026-03-17")]
    [InlineData("files from 2019 to now", "Find from=2019-01-01")]
    [InlineData("files between yesterday and last Monday", "Find from=2026-03-16 until=2026-03-18")]
    [InlineData("jan 2024 files", "Find from=2024-01-01 until=2024-02-01")]
    [InlineData("files from 2024 january", "Find from=2024-01-01 until=2024-02-01")]
    [InlineData("todays files", "Find from=2026-03-18 until=2026-03-19")]
    // Contractions
    [InlineData("I can't find my wedding video", "Find kinds=Video words=wedding")]
    [InlineData("isn't there a contract", "Find words=contract")]
    [InlineData("I haven't found my cv", "Find words=cv")]
    [InlineData("dont know where my cv is", "Unknown")]
    [InlineData("I don't know where my cv is", "Find words=cv")]
    [InlineData("is there a contract?", "Find words=contract")]
    [InlineData("is there anything about vacation", "Find words=vacation")]
    // What of the files
    [InlineData("how large is my biggest file?", "Largest order=Largest take=1")]
    [InlineData("when was report.docx modified", "Find words=report.docx")]
    [InlineData("how many documents did I write in 2021", "Count kinds=Document from=2021-01-01 until=2022-01-01")]
    [InlineData("how old is my resume", "Find words=resume")]
    public void Parse_Question_IsUnderstood(string question, string expected) =>
        Assert.Equal(expected, IntentText.Of(Parser().Parse(question)));

    [Theory]
    [InlineData("how many documnets do i have", "Count kinds=Document", "documnets -> documents")]
    [InlineData("pitcures from 2019", "Find kinds=Image from=2019-01-01 until=2020-01-01", "pitcures -> pictures")]
    [InlineData("bigest file", "Largest order=Largest take=1", "bigest -> biggest")]
    [InlineData("newset scrennshots", "Newest kinds=Image words=screenshot order=Newest", "newset -> newest, scrennshots -> screenshots")]
    [InlineData("find \"documnets\"", "Find words=documnets", null)]
    [InlineData("find musik", "Find words=musik", null)]
    [InlineData("how many pfds", "Count ext=pdf", "pfds -> pdfs")]
    [InlineData("hwo many pdfs", "Count ext=pdf", "hwo -> how")]
    [InlineData("how mnay photos", "Count kinds=Image", "mnay -> many")]
    [InlineData("pleas find invoice", "Find words=invoice", "pleas -> please")]
    [InlineData("find pfd", "Find words=pfd", null)]
    [InlineData("how large is movie.mkv", "Count words=movie.mkv", null)]
    [InlineData("a large video", "Largest kinds=Video order=Largest take=1", null)]
    [InlineData("firms and desks", "Find either=firm,desk", null)]
    public void Parse_SpellingSlip_IsPutRightAndSaid(string question, string expected, string? corrected)
    {
        var intent = Parser().Parse(question);
        Assert.Equal(expected, IntentText.Of(intent));
        Assert.Equal(corrected, intent.Corrected);
    }

    [Theory]
    [InlineData("where is my passport", Aspect.Place)]
    [InlineData("do you know where my cv is", Aspect.Place)]
    [InlineData("which folder is my cv in", Aspect.Place)]
    [InlineData("where is my biggest file", Aspect.Place)]
    [InlineData("when did I last edit my thesis", Aspect.Date)]
    [InlineData("when was report.docx modified", Aspect.Date)]
    [InlineData("how old is my resume", Aspect.Date)]
    [InlineData("how big is thesis.docx", Aspect.Size)]
    [InlineData("how large is my biggest file", Aspect.Size)]
    [InlineData("how big are my pdfs", Aspect.Size)]
    [InlineData("how much space do my videos take", Aspect.Size)]
    [InlineData("how many pdfs do I have", Aspect.Any)]
    [InlineData("find \"where is it\"", Aspect.Any)]
    [InlineData("when will it rain", Aspect.Any)]
    public void Parse_Question_KnowsWhatOfTheFilesIsAsked(string question, Aspect expected) =>
        Assert.Equal(expected, Parser().Parse(question).Aspect);

    [Fact]
    public void Parse_VocabularyWord_IsNeverCorrected() =>
        Assert.All(RealWords.Vocabulary, word => Assert.Null(Spelling.Correct(Tokenizer.Read(word), _ => false)));

    [Fact]
    public void Parse_ClockChange_DaysAreLocal()
    {
        // Sunday 2026-03-29 has 23 hours in Berlin.
        var query = Parser(new DateTimeOffset(2026, 3, 30, 10, 0, 0, TimeSpan.Zero)).Parse("files from yesterday").Query;
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 0, 0, 0, TimeSpan.FromHours(1)), query.From);
        Assert.Equal(new DateTimeOffset(2026, 3, 30, 0, 0, 0, TimeSpan.FromHours(2)), query.Until);
        Assert.Equal(TimeSpan.FromHours(23), query.Until - query.From);
    }

    [Fact]
    public void Parse_HundredKilobytes_TakesMilliseconds()
    {
        var parser = Parser();
        parser.Parse("find warm up");
        foreach (var unit in (string[])["find \"a ", "12 MB ", "in May 2023 between ", "'", "aaaaaaaa", "\ud83d"])
        {
            var question = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
            var start = TimeProvider.System.GetTimestamp();
            parser.Parse(question);
            Assert.True(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds < 50, unit);
        }
    }
}
