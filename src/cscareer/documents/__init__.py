"""Reading a resume or a job ad from text, Markdown, HTML, JSON Resume, RenderCV, PDF and DOCX; nothing is searched for in it."""
