Console.WriteLine("bitbuddy");
