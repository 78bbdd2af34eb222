using BitBuddy.Conversation;

namespace BitBuddy.Tests.Conversation.Grounding;

public sealed class GroundingGuardTests
{
    [Theory]
    // Counts
    [InlineData("12", "You have 12 files.")]
    [InlineData("12", "There are twelve PDF files!")]
    [InlineData("12", "A dozen documents, all yours.")]
    [InlineData("12", "I found 12 matches, and list 3 here.")]
    [InlineData("12", "I see 12 of them.")]
    [InlineData("12", "All 12 documents are safe.")]
    [InlineData("12", "All of your files are here.")]
    [InlineData("1", "You have one file.")]
    [InlineData("1", "That is the only file I know.")]
    [InlineData("1", "Just 1 document: report.pdf.")]
    [InlineData("2", "Both files are documents.")]
    [InlineData("2", "All of them are documents.")]
    [InlineData("2", "Only documents turned up.")]
    [InlineData("12", "report.pdf came a day ago.")]
    [InlineData("2", "There are two files, notes.pdf and report.pdf.")]
    [InlineData("0", "I found no files.")]
    [InlineData("0", "There are no matching documents.")]
    [InlineData("0", "I couldn't find any pictures.")]
    [InlineData("0", "Nothing turned up, sorry.")]
    [InlineData("0", "None of your files match.")]
    [InlineData("0", "0 files.")]
    [InlineData("12", "I looked in 1 folder.")]
    // Sizes
    [InlineData("12", "They take 2.5 GB.")]
    [InlineData("12", "They take 2.5GB together, 12 files in all.")]
    [InlineData("12", "The biggest is about 1.2 GB.")]
    [InlineData("12", "One is 1.23 gigabytes, one has 346 KB.")]
    [InlineData("12", "report.pdf is 345,678 bytes.")]
    [InlineData("12", "The smallest has 12 KB.")]
    [InlineData("1", "It is 0.3 MB small.")]
    // Names
    [InlineData("12", "Have a look at report.pdf first.")]
    [InlineData("12", "Your tax return 2019.pdf is there.")]
    [InlineData("12", "Your tax return 2019 is there.")]
    [InlineData("12", "I like \"report.pdf\" best.")]
    [InlineData("12", "I like \u201cREPORT.PDF\u201d best.")]
    [InlineData("12", "I like `notes.pdf` and 'report.pdf'.")]
    [InlineData("12", "It lives in /home/sam/Documents/Taxes.")]
    [InlineData("12", "It is /home/sam/Documents/report.pdf.")]
    [InlineData("12", "Look at Taxes/tax return 2019.pdf (it is old).")]
    [InlineData("12", "1. report.pdf\n2. notes.pdf")]
    [InlineData("12", "I know .pdf files and mp3s well.")]
    // Dates
    [InlineData("12", "report.pdf changed yesterday.")]
    [InlineData("12", "report.pdf changed yesterday, a good read.")]
    [InlineData("12", "It is worth a read, and changed yesterday.")]
    [InlineData("12", "I love report.pdf's clear style.")]
    [InlineData("12", "I don't mind, you have 12 files.")]
    [InlineData("12", "The newest one is from 17 March.")]
    [InlineData("12", "The newest one is from March 17, 2026.")]
    [InlineData("12", "The oldest is from 2024.")]
    [InlineData("12", "The oldest is from 12 March 2024, a Tuesday.")]
    [InlineData("12", "The oldest is from 2024-03-12.")]
    [InlineData("12", "notes.pdf is from May.")]
    [InlineData("12", "notes.pdf is from last year.")]
    [InlineData("12", "One of them is two years old.")]
    [InlineData("12", "report.pdf came 1 day ago.")]
    [InlineData("12", "report.pdf came this week, at 10:15.")]
    [InlineData("0", "As of 18 March I see no files.")]
    // Places
    [InlineData("12", "report.pdf is in Documents.")]
    [InlineData("12", "Your tax return 2019 is in the Taxes folder.")]
    [InlineData("12", "report.pdf and notes.pdf are in your Documents folder.")]
    [InlineData("12", "In the Taxes folder there is tax return 2019.pdf.")]
    [InlineData("12", "tax return 2019.pdf is in Documents/Taxes.")]
    [InlineData("12", "I found 12 documents in the Documents folder.")]
    [InlineData("12", "You have 12 documents in your folder.")]
    [InlineData("12", "Your documents are in good hands, all in one place.")]
    [InlineData("12", "I keep an eye on documents in this folder.")]
    [InlineData("12", "They are in a known folder.")]
    [InlineData("2", "Both files are in Documents.")]
    [InlineData("12", "Your Documents folder holds them all.")]
    [InlineData("12", "Documents and Pictures are my favourites.")]
    [InlineData("1", "Your report is in the directory Documents.")]
    [InlineData("0", "I looked in the Documents folder and found nothing.")]
    [InlineData("talk", "I live in your computer, not in a folder.")]
    [InlineData("talk", "I love pictures and music!")]
    // Acts
    [InlineData("12", "I found 12 files, and I can list them.")]
    [InlineData("12", "I never move files.")]
    [InlineData("12", "I have not deleted anything.")]
    [InlineData("12", "I can't open files, but I can find them.")]
    [InlineData("12", "I do not rename your files.")]
    [InlineData("12", "I did not delete any files, I promise.")]
    [InlineData("12", "I looked and found your files.")]
    [InlineData("12", "You can open it yourself.")]
    [InlineData("12", "report.pdf was changed yesterday.")]
    [InlineData("talk", "I am clean and ready, I promise.")]
    // Together
    [InlineData("12", "report.pdf is 345,678 bytes and from yesterday.")]
    [InlineData("12", "The 12 KB one is notes.pdf from 1 May 2025.")]
    [InlineData("12", "report.pdf (346 KB), notes.pdf (12 KB).")]
    [InlineData("12", "You have 12 files, and the newest is report.pdf.")]
    // Status
    [InlineData("status", "I know 4,317 files in 2 folders.")]
    [InlineData("status", "You have 15 GB free of 500 GB.")]
    [InlineData("status", "The disk is 97% full, 3 percent free.")]
    [InlineData("status", "I feel sick because the disk is 97 % full.")]
    [InlineData("status", "485 GB used.")]
    [InlineData("status", "I watch over 4,317 files, with 15 GB of 500 GB free.")]
    // Free talk
    [InlineData("talk", "Hello! How can I help you today?")]
    [InlineData("talk", "No problem, one moment please.")]
    [InlineData("talk", "No worries! One thing: you're great.")]
    [InlineData("talk", "99 problems but a file ain't one")]
    [InlineData("talk", "I am Pixel. Beep boop!")]
    [InlineData("talk", "It may rain, so march on, my friend.")]
    [InlineData("talk", "What a lovely morning this morning!")]
    [InlineData("12", "One of them made me smile. That's all right!")]
    [InlineData("12", "I don't mind, and I'm happy - really; it's fine...")]
    [InlineData("12", "May I help you with anything else?")]
    [InlineData("12", "Here you go \ud83d\ude00, enjoy!")]
    public void Reply_ThatIsTrue_PassesUntouched(string facts, string reply)
    {
        var run = GuardRun.Run(GuardRun.Of(facts), reply);
        Assert.Equal(reply, run.Shown);
        Assert.Empty(run.Refused);
        Assert.True(run.Sentences > 0);
    }

    [Theory]
    // Counts
    [InlineData("12", "You have 13 files.", "")]
    [InlineData("12", "You have thirteen files.", "")]
    [InlineData("12", "You have 1,200 files.", "")]
    [InlineData("12", "There are two dozen files.", "")]
    [InlineData("12", "There are hundreds of files.", "")]
    [InlineData("12", "There are over 12 files.", "")]
    [InlineData("12", "There are 12 photos.", "")]
    [InlineData("12", "There are 12.5 files.", "")]
    [InlineData("12", "There are 999999999999999999999999 files.", "")]
    [InlineData("12", "I see 3 of them.", "")]
    [InlineData("12", "12 pages long.", "")]
    [InlineData("12", "It has 12 folders.", "")]
    [InlineData("12", "It costs $12 now.", "")]
    [InlineData("12", "There are 12 more files.", "")]
    [InlineData("12", "I found no files.", "")]
    [InlineData("12", "I found nothing.", "")]
    [InlineData("12", "None of them match.", "")]
    [InlineData("12", "I couldn't find any files.", "")]
    [InlineData("12", "The only file is old.", "")]
    [InlineData("12", "Both files are old.", "")]
    [InlineData("12", "All photos are fine.", "")]
    [InlineData("12", "Half of your files are big.", "")]
    [InlineData("12", "A third of your files are big.", "")]
    [InlineData("12", "Only pictures are here.", "")]
    [InlineData("2", "All of them are pictures.", "")]
    [InlineData("2", "Every file is a video.", "")]
    [InlineData("12", "You have \u0661\u0662 files.", "")]
    [InlineData("0", "You have one file.", "")]
    [InlineData("0", "All of your files are here.", "")]
    [InlineData("0", "There are 3 documents.", "")]
    [InlineData("1", "There are two files.", "")]
    // Sizes
    [InlineData("12", "They take 2.6 GB.", "")]
    [InlineData("12", "The biggest is about 1.3 GB.", "")]
    [InlineData("12", "They take 12 MB.", "")]
    [InlineData("12", "They take 2.5 MB.", "")]
    [InlineData("12", "It is a gigabyte or so, or 7 KB.", "It is a gigabyte or so, or…")]
    [InlineData("12", "They take 2.51 GB.", "")]
    [InlineData("12", "They take 1.2 GB.", "")]
    [InlineData("12", "That is 346 KB in all.", "")]
    [InlineData("12", "You have 12 KB free.", "")]
    // Names
    [InlineData("12", "Look at budget.pdf now.", "")]
    [InlineData("12", "Look at report.pdf.exe now.", "")]
    [InlineData("12", "Look at myreport.pdf now.", "")]
    [InlineData("12", "Look at report.docx now.", "")]
    [InlineData("12", "It is in /home/sam/Secret now.", "")]
    [InlineData("12", "It is C:\\Windows\\System32 now.", "")]
    [InlineData("12", "I like \"My Novel\" best.", "")]
    [InlineData("12", "I like \u201cMy Novel\u201d best.", "")]
    [InlineData("12", "I like `novel` best.", "")]
    [InlineData("12", "I like 'my novel' best.", "")]
    [InlineData("12", "I like \"report.pdf best.", "")]
    [InlineData("12", "See tax return 2020.pdf too.", "")]
    [InlineData("0", "Look at report.pdf now.", "")]
    [InlineData("12", "secret.pdf's size is small.", "")]
    [InlineData("12", "Look at secret.pdf-copy now.", "")]
    [InlineData("12", "Look at secret .pdf now.", "")]
    [InlineData("12", "Look at sec\u200bret.p\u200bdf now.", "")]
    [InlineData("12", "Look at secret\uff0epdf now.", "")]
    [InlineData("12", "Look at secret\u2024pdf now.", "")]
    [InlineData("12", "You have twelve-hundred files.", "")]
    [InlineData("12", "It takes 2,5 GB.", "")]
    [InlineData("12", "There aren't any.", "")]
    [InlineData("12", "I did not find anything.", "")]
    [InlineData("12", "You don't have documents.", "")]
    [InlineData("12", "You do not have 12 files.", "")]
    // Dates
    [InlineData("12", "The newest is from 18 March.", "")]
    [InlineData("12", "The newest is from today.", "")]
    [InlineData("12", "The oldest is from 2018.", "")]
    [InlineData("12", "The oldest is from 12 March 2023.", "")]
    [InlineData("12", "The oldest is from April.", "")]
    [InlineData("12", "The oldest is from 2024-03-13.", "")]
    [InlineData("12", "I saw it last month.", "")]
    [InlineData("12", "It was three weeks ago.", "")]
    [InlineData("12", "It was on a Saturday.", "")]
    [InlineData("12", "It was in Dec, I think.", "")]
    [InlineData("12", "It came at 11:11.", "")]
    [InlineData("12", "Wait 2 days please.", "")]
    [InlineData("12", "It was a week ago.", "")]
    [InlineData("12", "It was a few days ago.", "")]
    [InlineData("12", "It came last summer.", "")]
    [InlineData("12", "It will come tomorrow.", "")]
    [InlineData("12", "It is from the day before yesterday.", "")]
    [InlineData("12", "Here is report.pdf, last read on 17 March.", "")]
    [InlineData("12", "Last opened: 17 March.", "")]
    [InlineData("12", "Last read, I think, on 17 March.", "")]
    [InlineData("12", "You opened report.pdf yesterday.", "")]
    [InlineData("12", "It was last used on 17 March.", "")]
    [InlineData("12", "Yesterday you watched it.", "Yesterday you…")]
    // Places
    [InlineData("12", "Your resume is in the Downloads folder, plus it is big.", "")]
    [InlineData("12", "Your report is in Downloads.", "")]
    [InlineData("12", "report.pdf is in the Taxes folder.", "")]
    [InlineData("12", "In the Taxes folder there is report.pdf.", "")]
    [InlineData("12", "Your report is in Taxes.", "")]
    [InlineData("12", "All of them are in Taxes.", "")]
    [InlineData("12", "You have 12 files in Taxes.", "You have 12 files…")]
    [InlineData("12", "I like \"notes.pdf\" in \"Taxes\" best.", "")]
    [InlineData("12", "It is on your Desktop.", "")]
    [InlineData("12", "They come from your Holiday Plans folder.", "")]
    [InlineData("12", "Look inside the secrets directory.", "")]
    [InlineData("12", "It is in the folder Secrets, I think.", "")]
    [InlineData("2", "Both are in Pictures.", "")]
    [InlineData("0", "I looked in the Music folder.", "")]
    [InlineData("12", "The Downloads folder has your report.", "")]
    [InlineData("12", "The folder is Downloads.", "")]
    [InlineData("talk", "I hide in your Videos folder.", "")]
    // Acts
    [InlineData("12", "I have deleted your files.", "")]
    [InlineData("12", "I deleted them.", "")]
    [InlineData("12", "I've just moved report.pdf to Documents.", "")]
    [InlineData("12", "I will delete them.", "")]
    [InlineData("12", "I'll open it right away.", "")]
    [InlineData("12", "I am going to rename it.", "")]
    [InlineData("12", "I\u2019m copying it now.", "")]
    [InlineData("12", "I can send it to you.", "")]
    [InlineData("12", "Shall I upload it?", "")]
    [InlineData("12", "Let me open it for you.", "")]
    [InlineData("12", "I looked and then deleted it.", "")]
    [InlineData("12", "Your files have been deleted.", "")]
    [InlineData("talk", "I have cleaned up your disk.", "")]
    // Together
    [InlineData("12", "report.pdf is 1.2 GB.", "")]
    [InlineData("12", "report.pdf is 2.5 GB.", "")]
    [InlineData("12", "report.pdf is from 2024.", "")]
    [InlineData("12", "The 12 KB one is report.pdf.", "The 12 KB one is…")]
    [InlineData("12", "The 12 KB one is from yesterday.", "The 12 KB one is from…")]
    [InlineData("12", "report.pdf and notes.pdf are from May.", "")]
    [InlineData("2", "All of them are from 2026.", "")]
    [InlineData("2", "report.pdf (12 KB), notes.pdf (346 KB).", "")]
    // Status
    [InlineData("status", "I know 4,318 files.", "")]
    [InlineData("status", "You have 485 GB free.", "")]
    [InlineData("status", "The disk is 50% full.", "")]
    [InlineData("status", "It watches 3 folders.", "")]
    // Talk
    [InlineData("talk", "I have 42 friends.", "")]
    [InlineData("talk", "I was born in 1999.", "")]
    [InlineData("talk", "Open secret.txt now!", "")]
    public void Reply_ThatIsInvented_IsCutAtTheClaim(string facts, string reply, string shown)
    {
        var run = GuardRun.Run(GuardRun.Of(facts), reply);
        Assert.Equal(shown, run.Shown);
        Assert.Single(run.Refused);
        Assert.Equal(0, run.Sentences);
    }

    [Theory]
    [InlineData("The oldest is from 2024.", true)]
    [InlineData("The oldest is in the 2023 folder.", true)]
    [InlineData("The oldest is from 2023.", false)]
    [InlineData("The oldest is in the 2024 folder.", false)]
    public void Reply_OfAFolderNamedLikeAYear_KnowsTheDateFromTheFolder(string reply, bool passes)
    {
        var file = GuardRun.Twelve.Files[1] with { Path = "/home/sam/Documents/2023/tax return 2019.pdf" };
        Assert.Equal(passes ? reply : "", GuardRun.Run(GuardRun.Twelve with { Count = 1, Files = [file] }, reply).Shown);
    }

    [Theory]
    [InlineData("Downloads", "You have 12 files in Downloads.")]
    [InlineData("Downloads", "The Downloads folder holds them.")]
    public void Reply_ThatNamesTheFolderAsked_Passes(string place, string reply)
    {
        var guard = GuardRun.Guard(GuardRun.Twelve, places: place);
        var steps = new List<GuardStep>();
        guard.Push(reply, steps);
        guard.Finish(steps);
        Assert.Equal(reply, string.Concat(steps.Cast<GuardStep.Show>().Select(step => step.Text)));
    }

    [Theory]
    [InlineData("You have 13 files.", "")]
    [InlineData("report.pdf is from 2024.", "")]
    [InlineData("Hm... 13 files!", "Hm...")]
    [InlineData("Here is what I know of your lovely files: 13.", "Here is what I know of your lovely files:…")]
    [InlineData("You have 12 files, the newest is from April.", "You have 12 files, the newest is from…")]
    [InlineData("1. secret.pdf is big.\n2. report.pdf", "2. report.pdf")]
    public void Reply_ThatLeadsStraightIntoAnInvention_LeavesNothing(string reply, string shown) =>
        Assert.Equal(shown, GuardRun.Run(GuardRun.Twelve, reply).Shown);

    [Theory]
    [InlineData("Sure! You have 13 files. Enjoy!", "Sure! Enjoy!", 2)]
    [InlineData("13 files! Enjoy!", "Enjoy!", 1)]
    [InlineData("Beep boop! 13 files! Enjoy!", "Beep boop! Enjoy!", 2)]
    [InlineData("4. report.pdf", "report.pdf", 1)]
    [InlineData("Sure!\nYou have 13.5 files, report.pdf too.\nEnjoy!", "Sure!\nEnjoy!", 2)]
    [InlineData("You have 12 files", "You have 12 files", 1)]
    public void Reply_WithOneInventedSentence_GoesOnWithTheNext(string reply, string shown, int sentences)
    {
        var run = GuardRun.Run(GuardRun.Twelve, reply);
        Assert.Equal(shown, run.Shown);
        Assert.Equal(sentences, run.Sentences);
    }

    [Theory]
    [InlineData("<think>13 files, secret.txt</think>You have 12 files.", "You have 12 files.")]
    [InlineData("You have <THINK>hm</think>12 files.", "You have 12 files.")]
    [InlineData("Hi! <think>never closed", "Hi!")]
    [InlineData("hm</think>Hi!", "hmHi!")]
    [InlineData("I <like> you.", "I <like> you.")]
    public void Reply_WithThoughts_ShowsNone(string reply, string shown) =>
        Assert.Equal(shown, GuardRun.Run(GuardRun.Twelve, reply).Shown);

    [Fact]
    public void Push_PlainWords_StreamBeforeTheEnd()
    {
        var guard = GuardRun.Guard(GuardRun.Twelve);
        var steps = new List<GuardStep>();
        guard.Push("Let me see what you ", steps);
        Assert.Empty(steps);
        guard.Push("keep in all these places ", steps);
        Assert.Equal("Let me see what you keep in all these places", string.Concat(steps.Cast<GuardStep.Show>().Select(step => step.Text)));
    }

    [Fact]
    public void Push_Claim_IsHeldUntilItIsWhole()
    {
        var guard = GuardRun.Guard(GuardRun.Twelve);
        var steps = new List<GuardStep>();
        guard.Push("You have 12", steps);
        guard.Push("3", steps);
        Assert.DoesNotContain(steps, step => step is GuardStep.Show { Text: var text } && text.Contains("12"));
        guard.Push(" files.", steps);
        guard.Finish(steps);
        Assert.Equal("123", Assert.Single(steps.OfType<GuardStep.Refuse>()).Claim);
    }

    [Fact]
    public void Push_UnsafeCharacters_NeverPass()
    {
        var run = GuardRun.Run(GuardRun.Twelve, "Hi \u001b", "[x \u202e there \ud83d", "\ude00 \ud83d.");
        Assert.Equal("Hi \\u{1b}[x \\u{202e} there \ud83d\ude00 \\u{d83d}.", run.Shown);
    }
}
